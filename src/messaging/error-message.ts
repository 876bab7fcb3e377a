/** What went wrong, in the words of whoever threw it; to be shown apart from ours, never as the sentence itself. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : error.message;
}

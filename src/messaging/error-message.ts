/** The message of anything thrown. Views show it as a detail beside a sentence of their own. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : error.message;
}

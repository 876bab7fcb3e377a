/** Logs an error that no user is waiting for to the worker's console. */
export function report(what: string, error: unknown): void {
  console.error(`Likes Out, ${what}:`, error);
}

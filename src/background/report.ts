/** For what no person is waiting on: the worker's console, with the name of what failed. */
export function report(what: string, error: unknown): void {
  console.error(`Likes Out, ${what}:`, error);
}

/** An error that the user can fix. Only its message is shown, without a stack trace. */
export class Problem extends Error {}

/**
 * Ends a command that failed.
 * @param {unknown} error
 */
export function exitWithError(error) {
  console.error(error instanceof Problem ? `\n${error.message}` : error);
  process.exitCode = 1;
}

/** What a person can mend: shown as its sentence alone, without a stack. */
export class Problem extends Error {}

/**
 * The end of a command that failed.
 * @param {unknown} error
 */
export function exitWithError(error) {
  console.error(error instanceof Problem ? `\n${error.message}` : error);
  process.exitCode = 1;
}

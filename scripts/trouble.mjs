/** What a person can mend: shown as its sentence alone, without a stack. */
export class Trouble extends Error {}

/**
 * The end of a command that failed.
 * @param {unknown} error
 */
export function endInTrouble(error) {
  console.error(error instanceof Trouble ? `\n${error.message}` : error);
  process.exitCode = 1;
}

/** An answer is not what was promised. The message names the field, so that a person can tell us what changed. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

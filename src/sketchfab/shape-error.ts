/** A response does not have the expected shape. The message names the field, so that users can report what changed. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

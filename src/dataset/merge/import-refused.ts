/** A zip that is not taken in, as a whole. The message names what is wrong, for a person to read. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

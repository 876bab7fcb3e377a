import { bytesToHex } from '@noble/hashes/utils.js';

/** The secret under the pseudonyms. `text` is hashed as UTF-8, so that anybody who holds a key can check with any tool. */
export type PseudonymKey = {
  readonly mode: 'one-time';
  readonly text: string;
};

const keyBytes = 32;

/**
 * A key for one export, kept nowhere: once it is gone nobody can compute a pseudonym again, nor link two exports.
 * `random` fills the bytes it is given and hands them back, as `crypto.getRandomValues` does.
 */
export function createOneTimeKey(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): PseudonymKey {
  const bytes = random(new Uint8Array(keyBytes));
  // A source that forgot to fill the bytes would give a key that everybody knows.
  if (bytes.length !== keyBytes || bytes.every((byte) => byte === 0))
    throw new Error('no random bytes for the key');
  return { mode: 'one-time', text: bytesToHex(bytes) };
}

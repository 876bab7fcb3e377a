import { bytesToHex } from '@noble/hashes/utils.js';

/** Fills the bytes it is given and hands them back, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

export function randomHex(random: RandomBytes, length: number): string {
  return bytesToHex(randomBytes(random, length));
}

export function randomBytes(random: RandomBytes, length: number): Uint8Array {
  const bytes = random(new Uint8Array(length));
  // A source that forgot to fill the bytes would give a key that everybody knows.
  if (bytes.length !== length || bytes.every((byte) => byte === 0)) {
    throw new Error('no random bytes for the key');
  }
  return bytes;
}

import { hmac } from '@noble/hashes/hmac.js';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** HMAC-MD5 is for data that rec-a-sketch began: no practical attack on it as a keyed hash is known, and no reason to begin with it. */
export type HashAlgorithm = 'hmac-sha256' | 'hmac-md5';

const hashes = { 'hmac-sha256': sha256, 'hmac-md5': md5 } as const;

/** The same of both, as the descriptor in the zip names it. Fewer bits would let two users meet in one pseudonym. */
export const pseudonymForm = { digestBits: 128, encoding: 'hex' } as const;

const digestBytes = pseudonymForm.digestBits / 8;

/** Of bytes under `keyText` as UTF-8: the first 128 bits. */
export function keyedDigest(
  keyText: string,
  algorithm: HashAlgorithm = 'hmac-sha256',
): (bytes: Uint8Array) => Uint8Array {
  // The key is worked in once; each text then starts from a copy of that state.
  const keyed = hmac.create(hashes[algorithm], utf8ToBytes(keyText));
  return (bytes) => keyed.clone().update(bytes).digest().subarray(0, digestBytes);
}

/** The same of a text as UTF-8, as 32 lower-case hex characters. */
export function keyedHash(keyText: string, algorithm?: HashAlgorithm): (text: string) => string {
  const digest = keyedDigest(keyText, algorithm);
  return (text) => bytesToHex(digest(utf8ToBytes(text)));
}

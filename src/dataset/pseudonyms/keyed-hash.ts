import { hmac } from '@noble/hashes/hmac.js';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** HMAC-MD5 continues data of rec-a-sketch. No practical attack on it as a keyed hash is known, but nothing new should use it. */
export type HashAlgorithm = 'hmac-sha256' | 'hmac-md5';

const hashes = { 'hmac-sha256': sha256, 'hmac-md5': md5 } as const;

/** For both algorithms, in the terms of datapackage.json. With far fewer bits two users could share a pseudonym. */
export const pseudonymForm = { digestBits: 128, encoding: 'hex' } as const;

const digestBytes = pseudonymForm.digestBits / 8;

/** HMAC under `keyText` as UTF-8, cut to 128 bits. */
export function keyedDigest(
  keyText: string,
  algorithm: HashAlgorithm = 'hmac-sha256',
): (bytes: Uint8Array) => Uint8Array {
  // The key is absorbed once; each message starts from a copy of that state.
  const keyed = hmac.create(hashes[algorithm], utf8ToBytes(keyText));
  return (bytes) => keyed.clone().update(bytes).digest().subarray(0, digestBytes);
}

/** The same for text as UTF-8, as 32 lower-case hex digits. */
export function keyedHash(keyText: string, algorithm?: HashAlgorithm): (text: string) => string {
  const digest = keyedDigest(keyText, algorithm);
  return (text) => bytesToHex(digest(utf8ToBytes(text)));
}

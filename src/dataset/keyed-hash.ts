import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** As the descriptor in the zip names it. */
export const keyedHashMethod = { algorithm: 'hmac-sha256', digestBits: 128, encoding: 'hex' } as const;

const digestBytes = keyedHashMethod.digestBits / 8;

/** HMAC-SHA-256 of a text under `keyText`, its first 128 bits as 32 lower-case hex characters. */
export function keyedHash(keyText: string): (text: string) => string {
  // The key is worked in once; each text then starts from a copy of that state.
  const keyed = hmac.create(sha256, utf8ToBytes(keyText));
  return (text) => {
    const digest = keyed.clone().update(utf8ToBytes(text)).digest();
    // Not by `+=`: that leaves ropes, on which encoding the table was seen to take thirty times as long.
    return bytesToHex(digest.subarray(0, digestBytes));
  };
}

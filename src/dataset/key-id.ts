import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * 8 hex characters by which two people see that they have the same key without showing it. Of a key made from a
 * passphrase it must not be published: it would tell a guesser when the guess is right.
 */
export function keyId(keyText: string): string {
  return bytesToHex(sha256(utf8ToBytes(`key-id|${keyText}`)).subarray(0, 4));
}

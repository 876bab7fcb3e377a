import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomBytes, type RandomBytes } from './random-hex';

/** Of 2,048 words each carries 11 bits: 88 bits in all, above what is warned of. */
export const passphraseWords = 8;

/** A phrase that nobody could think of, to write down and pass on. */
export function createPassphrase(random: RandomBytes): string {
  const { buffer, byteOffset } = randomBytes(random, passphraseWords * 2);
  const bytes = new DataView(buffer, byteOffset);
  const words = Array.from({ length: passphraseWords }, (_, index) => {
    // 65,536 is a multiple of 2,048, so each word is equally likely.
    return wordlist[bytes.getUint16(index * 2) % wordlist.length];
  });
  return words.join(' ');
}

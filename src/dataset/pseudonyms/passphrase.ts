import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type PseudonymKey, randomBytes, type RandomBytes } from './pseudonym-key';

/** What is used of `crypto.subtle`. */
export type KeyStretcher = Pick<SubtleCrypto, 'importKey' | 'deriveBits'>;

/** Some half a second of work for who knows the phrase, and for each guess of who does not. */
export const passphraseRounds = 600_000;

/**
 * The key that a team shares by a phrase: PBKDF2-SHA-256 over it, salted with the project id, 256 bits as 64 hex
 * characters. The phrase is composed (NFC) and its outer white space cut off, since keyboards and messengers differ in
 * both. Rejects when there is nothing left of phrase or project id.
 */
export async function passphraseKey(
  typed: string,
  projectId: string,
  subtle: KeyStretcher,
): Promise<PseudonymKey & { readonly mode: 'passphrase' }> {
  const passphrase = typed.normalize('NFC').trim();
  if (passphrase === '') throw new Error('the passphrase is empty');
  if (projectId === '') throw new Error('a passphrase needs a project id');
  const secret = await subtle.importKey('raw', new Uint8Array(utf8ToBytes(passphrase)), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: new Uint8Array(utf8ToBytes(projectId)),
      iterations: passphraseRounds,
    },
    secret,
    256,
  );
  return { mode: 'passphrase', text: bytesToHex(new Uint8Array(bits)), projectId, passphrase };
}

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

/** Below this a key or phrase is warned of. */
export const enoughBits = 80;

const listedWords = new Set(wordlist);

// What guessing costs who tries words: 11 bits for one of our list, 13 for one of the 8,000 that people take.
const listedWordBits = Math.log2(wordlist.length);
const anyWordBits = 13;
const lettersInWord = 8;

/**
 * About how many bits of chance a typed secret holds, rather too few than too many. A simple rule: letters in
 * a row count as words, what was there before or follows by rule (aaa, 1234, 4321) counts next to nothing. It cannot
 * know a line of a song: whoever wants to be sure takes a generated phrase.
 */
export function estimateBits(secret: string): number {
  const parts = secret.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  const seen = new Set<string>();
  let bits = 0;
  for (const part of parts) {
    // Short parts come again by chance too, in a secret of mixed characters.
    const isRepeated = part.length > 2 && seen.has(part.toLowerCase());
    bits += isRepeated ? 1 : bitsOf(part);
    seen.add(part.toLowerCase());
  }
  return Math.floor(bits);
}

function bitsOf(part: string): number {
  if (/^\p{N}/u.test(part)) return surprising(part) * Math.log2(10);
  if (!/^\p{L}/u.test(part)) return surprising(part) * Math.log2(30);
  const lower = part.toLowerCase();
  // Capitals: one at the beginning, or all, is what everybody does.
  const capitals = part === lower ? 0 : 1;
  if (listedWords.has(lower)) return listedWordBits + capitals;
  const asWords = anyWordBits * Math.ceil(part.length / lettersInWord);
  return Math.min(surprising(lower) * Math.log2(26), asWords) + capitals;
}

/** Characters that are neither the one before nor its neighbour. */
function surprising(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) > 1).length;
}

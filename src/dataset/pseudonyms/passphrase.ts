import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type PseudonymKey, randomBytes, type RandomBytes } from './pseudonym-key';

/** The part of `crypto.subtle` that is used. */
export type KeyStretcher = Pick<SubtleCrypto, 'importKey' | 'deriveBits'>;

/** About half a second of work, for whoever knows the passphrase and for every guess of an attacker. */
export const passphraseRounds = 600_000;

/**
 * The key of a team that shares a passphrase: PBKDF2-SHA-256, salted with the project id, 256 bits as 64 hex digits.
 * The passphrase is normalized to NFC and trimmed, since keyboards and messengers differ in both. Rejects if the
 * passphrase or the project id is empty then.
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

/** A word of a list of 2,048 carries 11 bits, so eight carry 88, which is more than `enoughBits`. */
export const passphraseWords = 8;

/** A random passphrase to write down and pass on. */
export function createPassphrase(random: RandomBytes): string {
  const { buffer, byteOffset } = randomBytes(random, passphraseWords * 2);
  const bytes = new DataView(buffer, byteOffset);
  const words = Array.from({ length: passphraseWords }, (_, index) => {
    // 65,536 is a multiple of 2,048, so each word is equally likely.
    return wordlist[bytes.getUint16(index * 2) % wordlist.length];
  });
  return words.join(' ');
}

/** A key or passphrase below this gets a warning. */
export const enoughBits = 80;

const listedWords = new Set(wordlist);

// The cost of guessing word by word: 11 bits for a word of our list, 13 for one of the 8,000 that people choose from.
const listedWordBits = Math.log2(wordlist.length);
const anyWordBits = 13;
const lettersPerWord = 8;

/**
 * Estimates the entropy of a typed secret in bits, rather too low than too high. A run of letters counts as words;
 * repetitions and sequences (aaa, 1234, 4321) count almost nothing. It does not recognize quotations, so only a
 * generated passphrase is sure to be strong.
 */
export function estimateBits(secret: string): number {
  const parts = secret.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  const seen = new Set<string>();
  let bits = 0;
  for (const part of parts) {
    // In a secret of mixed characters, short parts repeat by chance.
    const isRepeated = part.length > 2 && seen.has(part.toLowerCase());
    bits += isRepeated ? 1 : bitsOf(part);
    seen.add(part.toLowerCase());
  }
  return Math.floor(bits);
}

function bitsOf(part: string): number {
  if (/^\p{N}/u.test(part)) return unpredictableLength(part) * Math.log2(10);
  if (!/^\p{L}/u.test(part)) return unpredictableLength(part) * Math.log2(30);
  const lower = part.toLowerCase();
  // Nearly everybody capitalizes the first letter or all of them, so capitals add one bit.
  const capitals = part === lower ? 0 : 1;
  if (listedWords.has(lower)) return listedWordBits + capitals;
  const asWords = anyWordBits * Math.ceil(part.length / lettersPerWord);
  return Math.min(unpredictableLength(lower) * Math.log2(26), asWords) + capitals;
}

/** Counts the characters that differ from the one before by more than one code point. */
function unpredictableLength(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) > 1).length;
}

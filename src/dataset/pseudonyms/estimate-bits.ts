import { wordlist } from '@scure/bip39/wordlists/english.js';

/** A key or passphrase below this gets a warning. */
export const enoughBits = 80;

const listedWords = new Set(wordlist);

// Words of every English sentence that our list does not have. Who quotes a sentence chooses from perhaps 2^40 of them.
const sentenceWords = new Set(
  'a an and are as at be but by for from he her his i in is it me my not of on or our she the to was we were with your'.split(
    ' ',
  ),
);
const sentenceBits = 40;

// The cost of guessing word by word: 11 bits for a word of our list, 13 for one of the 8,000 that people choose from.
const listedWordBits = Math.log2(wordlist.length);
const anyWordBits = 13;
const lettersPerWord = 8;

/**
 * Estimates the entropy of a typed secret in bits, rather too low than too high. A run of letters counts as words;
 * repetitions and sequences (aaa, 1234, 4321) count almost nothing, and a sentence as one that may be quoted.
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
  return Math.floor(isSentence(parts) ? Math.min(bits, sentenceBits) : bits);
}

/** Whether it is made of words, and some of them only connect the others. */
function isSentence(parts: readonly string[]): boolean {
  const areWords = parts.every((part) => /^\p{L}|^[,.;:!?'’-]+$/u.test(part));
  return areWords && parts.length > 3 && parts.some((part) => sentenceWords.has(part.toLowerCase()));
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

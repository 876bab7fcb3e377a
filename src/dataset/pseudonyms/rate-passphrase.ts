import { wordlist } from '@scure/bip39/wordlists/english.js';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { estimateBits } from './estimate-bits';

const zxcvbn = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: { passwords: dictionary['passwords-common'], words: [...wordlist] },
});

/**
 * The entropy of a passphrase in bits: our own estimate, or zxcvbn's guesses if those are fewer. Half a megabyte of
 * passwords comes with it, so it belongs into a worker.
 */
export function ratePassphrase(passphrase: string): number {
  const { guessesLog10, sequence } = zxcvbn.check(passphrase);
  // Where it recognizes nothing, it takes every character for a digit.
  const isKnown = sequence.some(({ pattern }) => pattern !== 'bruteforce');
  const guessed = isKnown ? Math.floor(guessesLog10 * Math.log2(10)) : Infinity;
  return Math.min(estimateBits(passphrase), guessed);
}

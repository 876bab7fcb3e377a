import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createPassphrase,
  enoughBits,
  estimateBits,
  passphraseKey,
} from '../../../src/dataset/pseudonyms/passphrase';
import { createOneTimeKey, type RandomBytes } from '../../../src/dataset/pseudonyms/pseudonym-key';

const counting: RandomBytes = (bytes) => bytes.map((_, index) => index);
const random: RandomBytes = (bytes) => webcrypto.getRandomValues(bytes);

describe('a key derived from a passphrase', () => {
  const projectId = '0123456789abcdef0123456789abcdef';

  it("equals that of Python's hashlib, however the passphrase was typed", async () => {
    const text = 'ea4b52e43684681cb65bc2f555e85e6c66d7dccf0a361fbd420c1ed243572980';
    const phrase = 'correct horse battery stäple';
    const key = await passphraseKey(phrase, projectId, webcrypto.subtle);
    expect(key).toEqual({ mode: 'passphrase', text, projectId, passphrase: phrase });
    const elsewhere = await passphraseKey(` ${phrase.normalize('NFD')}\n`, projectId, webcrypto.subtle);
    expect(elsewhere).toEqual(key);
  });

  it('is rejected without a passphrase or a project id', async () => {
    await expect(passphraseKey(' \n', projectId, webcrypto.subtle)).rejects.toThrow(
      'the passphrase is empty',
    );
    await expect(passphraseKey('phrase', '', webcrypto.subtle)).rejects.toThrow('needs a project id');
  });
});

describe('a generated passphrase', () => {
  it('has eight words of the list, chosen by the random bytes', () => {
    expect(createPassphrase(counting)).toBe(
      Array.from({ length: 8 }, (_, index) => wordlist[(index * 2 * 256 + index * 2 + 1) % 2048]).join(' '),
    );
  });

  it('never causes a warning, and neither does a random key', () => {
    for (let round = 0; round < 300; round += 1) {
      // Two equal words among eight are rare, and lower the estimate by one word.
      const words = new Set(createPassphrase(random).split(' '));
      if (words.size === 8) expect(estimateBits([...words].join(' '))).toBeGreaterThanOrEqual(enoughBits);
      expect(estimateBits(createOneTimeKey(random).text)).toBeGreaterThanOrEqual(enoughBits);
    }
  });
});

describe('the estimated strength of a typed secret', () => {
  it.each([
    ['', 0],
    ['secret key', 30],
    ['Dragon2016!', 35],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 6],
    ['12345678901234567890', 14],
    ['password password password password', 20],
    ['correcthorsebatterystaple', 55],
    ['correct horse battery staple', 50],
  ])('of %j is at most %i bits', (secret, bits) => {
    expect(estimateBits(secret)).toBeLessThanOrEqual(bits);
  });

  it('is high for a random secret of mixed characters', () => {
    expect(estimateBits('tG7$kq9!Zw2#Lm4%Rb8&xW')).toBeGreaterThanOrEqual(enoughBits);
  });

  it('never falls when a word is added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
        expect(estimateBits(`${first} ${second}`)).toBeGreaterThanOrEqual(estimateBits(first));
      }),
    );
  });
});

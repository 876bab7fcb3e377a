import fc from 'fast-check';
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { enoughBits, estimateBits } from '../../../src/dataset/pseudonyms/estimate-bits';
import { createOneTimeKey } from '../../../src/dataset/pseudonyms/pseudonym-key';

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
    ['to be or not to be, that is the question', 40],
    ['The quick brown fox jumps over the lazy dog', 40],
  ])('of %j is at most %i bits', (secret, bits) => {
    expect(estimateBits(secret)).toBeLessThanOrEqual(bits);
  });

  it('is high for a random secret of mixed characters', () => {
    expect(estimateBits('tG7$kq9!Zw2#Lm4%Rb8&xW')).toBeGreaterThanOrEqual(enoughBits);
  });

  it('is enough for a random key', () => {
    for (let round = 0; round < 300; round += 1) {
      const { text } = createOneTimeKey((bytes) => webcrypto.getRandomValues(bytes));
      expect(estimateBits(text)).toBeGreaterThanOrEqual(enoughBits);
    }
  });

  it('never falls when a word is added to words that are no sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
        fc.pre(estimateBits(`${first} ${second}`) !== 40);
        expect(estimateBits(`${first} ${second}`)).toBeGreaterThanOrEqual(estimateBits(first));
      }),
    );
  });
});

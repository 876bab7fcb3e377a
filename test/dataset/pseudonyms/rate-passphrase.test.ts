import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { enoughBits } from '../../../src/dataset/pseudonyms/estimate-bits';
import { createPassphrase } from '../../../src/dataset/pseudonyms/passphrase';
import { ratePassphrase } from '../../../src/dataset/pseudonyms/rate-passphrase';

describe('the rating of a passphrase', () => {
  it.each([
    ['a repetition', 'a1'.repeat(12), 15],
    ['a repetition of more characters', 'aB3$'.repeat(8), 25],
    ['a repeated password', 'P@ssw0rdP@ssw0rdP@ssw0rd', 15],
    ['a sequence', 'abcdefghijklmnopqrstuvwxyz0123456789', 20],
    ['a walk over the keyboard', 'qwertyuiopasdfghjklzxcvbnm', 30],
    ['a zigzag over the keyboard', '1q2w3e4r5t6y7u8i9o0p', 35],
    ['a zigzag in columns', 'zaq1xsw2cde3vfr4bgt5', 45],
    ['dates', '2016-01-01 2017-02-02 2018-03-03', 65],
    ['a famous sentence', 'To be, or not to be, that is the question', 40],
    ['a proverb', 'the early bird catches the worm', 40],
    ['a line of a film', 'may the force be with you', 40],
  ])('of %s is low: %s', (_, passphrase, bits) => {
    expect(ratePassphrase(passphrase)).toBeLessThanOrEqual(bits);
  });

  it('is enough for every passphrase that we suggest', () => {
    for (let round = 0; round < 200; round += 1) {
      const passphrase = createPassphrase((bytes) => webcrypto.getRandomValues(bytes));
      // Two equal words among eight are rare, and lower the estimate by one word.
      if (new Set(passphrase.split(' ')).size < 8) continue;
      expect(ratePassphrase(passphrase), passphrase).toBeGreaterThanOrEqual(enoughBits);
    }
  });

  it('is enough for random characters, in which there is nothing to recognize', () => {
    expect(ratePassphrase('tG7$kq9!Zw2#Lm4%Rb8&xW')).toBeGreaterThanOrEqual(enoughBits);
  });

  it('takes no longer than a person notices, however long the passphrase', () => {
    const start = performance.now();
    ratePassphrase('correct horse '.repeat(1_000));
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

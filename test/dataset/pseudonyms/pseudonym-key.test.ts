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
import {
  createOneTimeKey,
  createProjectId,
  createProjectKey,
  keyId,
  type RandomBytes,
} from '../../../src/dataset/pseudonyms/pseudonym-key';

const counting: RandomBytes = (bytes) => bytes.map((_, index) => index);
const random: RandomBytes = (bytes) => webcrypto.getRandomValues(bytes);

describe('a key made of random bytes', () => {
  it('is their text', () => {
    const text = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
    expect(createOneTimeKey(counting)).toEqual({ mode: 'one-time', text });
    const projectId = '000102030405060708090a0b0c0d0e0f';
    expect(createProjectKey(counting)).toEqual({ mode: 'project', text, projectId });
  });

  it('is refused when nothing filled the bytes', () => {
    for (const create of [createOneTimeKey, createProjectKey, createProjectId, createPassphrase]) {
      expect(() => create((bytes) => bytes)).toThrow('no random bytes');
      expect(() => create(() => new Uint8Array([1]))).toThrow('no random bytes');
    }
  });
});

describe('a key made of a passphrase', () => {
  const projectId = '0123456789abcdef0123456789abcdef';

  it("is what Python's hashlib gives, for the phrase as it was typed anywhere", async () => {
    const text = 'ea4b52e43684681cb65bc2f555e85e6c66d7dccf0a361fbd420c1ed243572980';
    const phrase = 'correct horse battery stäple';
    const key = await passphraseKey(phrase, projectId, webcrypto.subtle);
    expect(key).toEqual({ mode: 'passphrase', text, projectId, passphrase: phrase });
    const elsewhere = await passphraseKey(` ${phrase.normalize('NFD')}\n`, projectId, webcrypto.subtle);
    expect(elsewhere).toEqual(key);
  });

  it('is refused without a phrase or a project', async () => {
    await expect(passphraseKey(' \n', projectId, webcrypto.subtle)).rejects.toThrow(
      'the passphrase is empty',
    );
    await expect(passphraseKey('phrase', '', webcrypto.subtle)).rejects.toThrow('needs a project id');
  });
});

describe('a generated passphrase', () => {
  it('has eight words of the list, as the random bytes say', () => {
    expect(createPassphrase(counting)).toBe(
      Array.from({ length: 8 }, (_, index) => wordlist[(index * 2 * 256 + index * 2 + 1) % 2048]).join(' '),
    );
  });

  it('is never warned of, nor is a random key', () => {
    for (let round = 0; round < 300; round += 1) {
      // Two equal words among eight are rare, and cost one word.
      const words = new Set(createPassphrase(random).split(' '));
      if (words.size === 8) expect(estimateBits([...words].join(' '))).toBeGreaterThanOrEqual(enoughBits);
      expect(estimateBits(createOneTimeKey(random).text)).toBeGreaterThanOrEqual(enoughBits);
    }
  });
});

describe('the estimate of a typed secret', () => {
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

  it('trusts a random secret of mixed characters', () => {
    expect(estimateBits('tG7$kq9!Zw2#Lm4%Rb8&xW')).toBeGreaterThanOrEqual(enoughBits);
  });

  it('never falls when another word comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
        expect(estimateBits(`${first} ${second}`)).toBeGreaterThanOrEqual(estimateBits(first));
      }),
    );
  });
});

describe('the id of a key', () => {
  it('is the first 8 hex characters that Python gives', () => {
    expect(keyId('secret key')).toBe('0241b324');
  });
});

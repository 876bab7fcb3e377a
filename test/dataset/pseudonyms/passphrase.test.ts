import { wordlist } from '@scure/bip39/wordlists/english.js';
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPassphrase, passphraseKey } from '../../../src/dataset/pseudonyms/passphrase';
import type { RandomBytes } from '../../../src/dataset/pseudonyms/pseudonym-key';

const counting: RandomBytes = (bytes) => bytes.map((_, index) => index);

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
});

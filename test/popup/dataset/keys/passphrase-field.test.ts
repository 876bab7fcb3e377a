import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPassphrase } from '../../../../src/dataset/pseudonyms/passphrase';
import { strengthText } from '../../../../src/popup/dataset/keys/passphrase-field';

describe('the strength of a passphrase', () => {
  it('is not shown before there is one', () => {
    expect(strengthText(' ')).toBeNull();
  });

  it.each([
    ['hunter2', 'Easy to guess, about 16 bits.'],
    ['correct horse battery staple', 'Weak, about 48 bits.'],
  ])('is a warning under 80 bits: %s', (phrase, sentence) => {
    const strength = strengthText(phrase)!;
    expect(strength.isWeak).toBe(true);
    expect(strength.sentence).toContain(sentence);
    expect(strength.sentence).not.toContain(phrase);
  });

  it('is sufficient for every phrase that the extension suggests', () => {
    for (let round = 0; round < 200; round += 1) {
      const phrase = createPassphrase((bytes) => randomFillSync(bytes));
      // A word repeated by chance counts less.
      if (new Set(phrase.split(' ')).size < 8) continue;
      expect(strengthText(phrase)?.isWeak, phrase).toBe(false);
    }
  });
});

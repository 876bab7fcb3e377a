import { describe, expect, it } from 'vitest';
import { strengthText } from '../../../../src/popup/dataset/keys/passphrase-field';

describe('the strength of a passphrase', () => {
  it('is not shown before there is one', () => {
    expect(strengthText({ passphrase: ' ', bits: 0 })).toBeNull();
  });

  it.each([
    ['hunter2', 16, 'Easy to guess, about 16 bits.'],
    ['correct horse battery staple', 48, 'Weak, about 48 bits.'],
  ])('is a warning under 80 bits: %s', (passphrase, bits, sentence) => {
    const strength = strengthText({ passphrase, bits })!;
    expect(strength.isWeak).toBe(true);
    expect(strength.sentence).toContain(sentence);
    expect(strength.sentence).not.toContain(passphrase);
  });

  it('is enough from 80 bits on', () => {
    expect(strengthText({ passphrase: 'eight words', bits: 80 })?.isWeak).toBe(false);
  });
});

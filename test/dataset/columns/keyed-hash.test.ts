import { describe, expect, it } from 'vitest';
import { createHashKey, type HashKey, keyedHash } from '../../../src/dataset/columns/keyed-hash';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hash = (text: string, key: HashKey) => keyedHash(bytesOf(text), 0, bytesOf(text).length, key);
const slots = 4_096;
const slotUnder = (key: HashKey) => (text: string) => hash(text, key) & (slots - 1);

describe('the keyed hash', () => {
  it('depends on each byte, on the length, and on nothing around the range', () => {
    const key = createHashKey();
    const texts = ['', '\0', '\0\0', 'a', 'b', 'abcd', 'abce', 'bbcd', 'abcd\0', 'abcdefg', 'abcdefh'];
    expect(new Set(texts.map((text) => hash(text, key))).size).toBe(texts.length);
    expect(keyedHash(bytesOf('<abcdefg>'), 1, 8, key)).toBe(hash('abcdefg', key));
  });

  it('scatters texts that were chosen to share a slot under another key', () => {
    const [known, secret] = [createHashKey(), createHashKey()];
    const chosen: string[] = [];
    for (let at = 0; chosen.length < 200; at += 1)
      if (slotUnder(known)(`tag ${at}`) === 7) chosen.push(`tag ${at}`);
    expect(new Set(chosen.map(slotUnder(secret))).size).toBeGreaterThan(180);
  });

  it('has another key for each table', () => {
    expect(new Set(Array.from({ length: 20 }, () => createHashKey().join())).size).toBe(20);
  });
});

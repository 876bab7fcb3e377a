import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createStringDictionary } from '../../../src/dataset/columns/string-dictionary';

const wordOf = (number: number) => createHash('md5').update(`${number}`).digest('hex').slice(0, 10);

/** The hash of any table that has no secret: its collisions stay collisions in the middle of longer texts. */
const plainHash = (text: string) =>
  new TextEncoder().encode(text).reduce((hash, byte) => (Math.imul(hash, 0x01000193) + byte) | 0, 0);

/** Two words of one length and one hash. */
function collidingWords(): readonly [string, string] {
  const found = new Map<number, string>();
  for (let at = 0; ; at += 1) {
    const word = wordOf(at);
    const other = found.get(plainHash(word));
    if (other !== undefined) return [other, word];
    found.set(plainHash(word), word);
  }
}

/** 2^`bits` texts, each of `bits` words chosen from two. */
const textsOf = (words: readonly [string, string], bits: number) =>
  Array.from({ length: 2 ** bits }, (_, text) =>
    Array.from({ length: bits }, (_bit, at) => words[((text >> at) & 1) as 0 | 1]).join(''),
  );

function cpuTimeFor(texts: readonly string[]): number {
  const before = process.cpuUsage();
  const dictionary = createStringDictionary();
  for (const text of texts) dictionary.indexOf(text);
  const { user, system } = process.cpuUsage(before);
  expect(dictionary.list.length).toBe(texts.length);
  return user + system;
}

describe('a dictionary of strings', () => {
  it('numbers distinct strings in the order in which they come', () => {
    const dictionary = createStringDictionary();
    expect(['b', 'a', '', 'b', 'é', ''].map(dictionary.indexOf)).toEqual([0, 1, 2, 0, 3, 2]);
    expect(['é', 'c'].map(dictionary.find)).toEqual([3, -1]);
  });

  it('takes texts that were made to collide as fast as others', () => {
    const bits = 14;
    const colliding = textsOf(collidingWords(), bits);
    expect(new Set(colliding.map(plainHash)).size).toBe(1);
    const others = textsOf(['0123456789', '9876543210'], bits);
    cpuTimeFor(others);
    // Without a secret it is 150 times the time.
    expect(cpuTimeFor(colliding)).toBeLessThan(20 * cpuTimeFor(others));
  });
});

import { describe, expect, it } from 'vitest';
import { leakText } from '../../../src/popup/dataset/leak-text';

const leak = { path: 'README.md', line: 1, excerpt: null };

describe('leaks in words', () => {
  it('come by kind, each with its own advice', () => {
    const said = leakText([
      { ...leak, kind: 'user name' },
      { ...leak, kind: 'user id' },
      { ...leak, kind: 'user name', line: 2 },
    ]);
    expect(said.map(({ kind, leaks }) => [kind, leaks.length])).toEqual([
      ['user id', 1],
      ['user name', 2],
    ]);
    expect(new Set(said.map(({ advice }) => advice)).size).toBe(2);
  });
});

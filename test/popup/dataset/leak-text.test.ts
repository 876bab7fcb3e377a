import { describe, expect, it } from 'vitest';
import { leaksByKind } from '../../../src/popup/dataset/leak-text';

const leak = { path: 'README.md', line: 1, excerpt: null };

describe('the text of leaks', () => {
  it('is grouped by kind, each with its own advice', () => {
    const said = leaksByKind([
      { ...leak, kind: 'userName' },
      { ...leak, kind: 'userId' },
      { ...leak, kind: 'userName', line: 2 },
    ]);
    expect(said.map(({ kind, leaks }) => [kind, leaks.length])).toEqual([
      ['userId', 1],
      ['userName', 2],
    ]);
    expect(new Set(said.map(({ advice }) => advice)).size).toBe(2);
  });
});

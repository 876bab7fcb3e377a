import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUint32ListBuilder, toUint32Array } from '../../../src/dataset/columns/uint32-list';
import { createProgress } from '../../../src/dataset/progress';
import { readSnapshot } from '../../../src/dataset/read-snapshot';
import { matrixOf } from '../../../src/dataset/likes/like-matrix';
import { memorySource } from '../memory-source';
import { pairsOf } from './made-matrix';

describe('the like matrix', () => {
  it('holds each pair once, and counts those that came twice', async () => {
    const row = fc.array(fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 9 }), async (lists) => {
        const rows = lists.map((likes, index) => ({ uid: `m${String(index)}`, likes }));
        const order = { usernamesToFind: new Set<string>(), reportStep: createProgress([]) };
        const matrix = matrixOf(await readSnapshot({ ...order, source: memorySource(rows) }));
        const pairs = rows.flatMap(({ uid, likes }) => [...new Set(likes)].map((user) => `${uid} ${user}`));
        expect(pairsOf(matrix)).toEqual(pairs);
        expect(matrix.duplicates).toBe(lists.flat().length - pairs.length);
        expect(matrix.starts).toHaveLength(rows.length + 1);
        expect(matrix.userUids).toHaveLength(new Set(lists.flat()).size);
      }),
    );
  });
});

describe('growing indexes', () => {
  it('keep all that was pushed, beyond the room they began with', () => {
    const indexes = createUint32ListBuilder({ length: 0, values: new Uint32Array(2) });
    for (let value = 0; value < 100; value += 1) indexes.push(value * 40_000_000);
    expect([...toUint32Array(indexes.list)]).toEqual(
      Array.from({ length: 100 }, (_, value) => value * 40_000_000),
    );
  });
});

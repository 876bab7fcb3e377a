import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/dataset/progress';
import { readSnapshot, snapshotSteps } from '../../../src/dataset/read-snapshot';
import { matrixOf } from '../../../src/dataset/likes/like-matrix';
import { memorySource } from '../memory-source';
import { pairsOf } from './made-matrix';

describe('the like matrix', () => {
  it('contains each pair once, and counts duplicates', async () => {
    const row = fc.array(fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 9 }), async (lists) => {
        const rows = lists.map((likes, index) => ({ uid: `m${String(index)}`, likes }));
        const order = { usernamesToFind: new Set<string>(), reportStep: createProgress(snapshotSteps) };
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

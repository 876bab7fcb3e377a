import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringsOf } from '../../../src/dataset/columns/string-list';
import { keepAll, type Minimums, kCore } from '../../../src/dataset/likes/k-core';
import { madeMatrix, pairsOf, someLikes } from './made-matrix';

/** rec-a-sketch's algorithm: count and drop users, count and drop models, until a round drops nothing. */
function inRounds(pairs: readonly string[], { likesPerUser, likesPerModel }: Minimums): string[] {
  const enough = (rows: readonly string[], part: number, minimum: number) =>
    rows.filter((row) => {
      const value = row.split(' ')[part];
      return rows.filter((other) => other.split(' ')[part] === value).length >= minimum;
    });
  const left = enough(enough(pairs, 1, likesPerUser), 0, likesPerModel);
  return left.length === pairs.length ? [...pairs] : inRounds(left, { likesPerUser, likesPerModel });
}

const filteredPairs = (likes: Record<string, string[]>, minimums: Minimums) => {
  const matrix = madeMatrix(likes);
  const kept = kCore(matrix, minimums);
  const isKept = (pair: string) => {
    const [model, user] = pair.split(' ');
    return (
      kept.models[[...stringsOf(matrix.modelUids)].findIndex((uid) => uid === model)] === 1 &&
      kept.users[[...stringsOf(matrix.userUids)].findIndex((uid) => uid === user)] === 1
    );
  };
  return pairsOf(matrix).filter(isKept);
};

const minimum = fc.integer({ min: 0, max: 6 });

describe('the k-core', () => {
  it('equals the result of dropping in rounds, for any two minimums', () => {
    let partly = 0;
    fc.assert(
      fc.property(someLikes, minimum, minimum, (likes, likesPerUser, likesPerModel) => {
        const all = pairsOf(madeMatrix(likes));
        const left = inRounds(all, { likesPerUser, likesPerModel });
        if (left.length > 0 && left.length < all.length) partly += 1;
        expect(filteredPairs(likes, { likesPerUser, likesPerModel })).toEqual(left);
      }),
      { numRuns: 1000 },
    );
    // If every core were all or nothing, a much simpler filter would pass.
    expect(partly).toBeGreaterThan(50);
  });

  it('drops a chain in which each link depends on the next', () => {
    const chain = { m1: ['u1', 'u2'], m2: ['u2', 'u3'], m3: ['u3', 'u4'] };
    expect(filteredPairs(chain, { likesPerUser: 2, likesPerModel: 2 })).toEqual([]);
    const ring = { ...chain, m4: ['u4', 'u1'] };
    expect(filteredPairs(ring, { likesPerUser: 2, likesPerModel: 2 })).toHaveLength(8);
  });

  it('keeps models without likes if only users have a minimum, but not with a minimum of one', () => {
    const matrix = madeMatrix({ m1: ['u1'], m2: [] });
    expect([...kCore(matrix, { likesPerUser: 2, likesPerModel: 0 }).models]).toEqual([1, 1]);
    expect([...kCore(matrix, { likesPerUser: 0, likesPerModel: 1 }).models]).toEqual([1, 0]);
  });

  it('ignores likes of what was dropped before, and does not change its input', () => {
    const matrix = madeMatrix({ m1: ['u1', 'u2'], m2: ['u1', 'u2'], m3: ['u1'] });
    const before = keepAll(matrix);
    before.models[1] = 0;
    const { models, users } = kCore(matrix, { likesPerUser: 2, likesPerModel: 0 }, before);
    expect([...users]).toEqual([1, 0]);
    expect([...models]).toEqual([1, 0, 1]);
    expect([...before.users]).toEqual([1, 1]);
  });
});

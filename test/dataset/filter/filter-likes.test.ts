import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringAt, stringListOf, stringsOf } from '../../../src/dataset/columns/string-list';
import { type DatasetOptions, defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { type FilterInput, filterLikes } from '../../../src/dataset/filter/filter-likes';
import type { LikeMatrix } from '../../../src/dataset/likes/like-matrix';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { madeMatrix, pairsOf, someLikes } from '../likes/made-matrix';

const none = { models: 0, users: 0, likes: 0 };

function filter(matrix: LikeMatrix, options: Partial<DatasetOptions>, more: Partial<FilterInput> = {}) {
  return filterLikes({
    matrix,
    options: { ...defaultDatasetOptions, ...options },
    marksOf: () => ({ noAi: null, isRestricted: null }),
    keyText: 'secret key',
    ...more,
  });
}

const modelsOf = ({ modelUids }: LikeMatrix) => [...stringsOf(modelUids)];

describe('filtering likes', () => {
  it('changes nothing by default', async () => {
    const matrix = madeMatrix({ m1: ['u1', 'u2'], m2: [], m3: ['u2'] }, 7);
    const filtered = await filter(matrix, {});
    expect(filtered.matrix).toEqual(matrix);
    expect(filtered.models).toEqual([0, 1, 2]);
    expect(Object.values(filtered.removed)).toEqual(Array(4).fill(none));
  });

  it('removes marked models and keeps those whose marks are unknown', async () => {
    const matrix = madeMatrix({ m1: ['u1'], m2: ['u1'], m3: ['u1'], m4: ['u1'] });
    const marks = [
      { noAi: true, isRestricted: null },
      { noAi: null, isRestricted: true },
      { noAi: false, isRestricted: false },
      { noAi: null, isRestricted: null },
    ];
    const uids = async (options: Partial<DatasetOptions>) =>
      modelsOf((await filter(matrix, options, { marksOf: (place) => marks[place]! })).matrix);
    expect(await uids({ leaveOutNoAi: true })).toEqual(['m2', 'm3', 'm4']);
    expect(await uids({ leaveOutRestricted: true })).toEqual(['m1', 'm3', 'm4']);
    expect(await uids({})).toHaveLength(4);
  });

  it('applies the minimums last, so that they hold in the result', async () => {
    // Without the marked m4, u3 has one like left; when u3 is removed, m2 has one like left.
    const matrix = madeMatrix({ m1: ['u1', 'u2'], m2: ['u2', 'u3'], m3: ['u1', 'u2'], m4: ['u1', 'u3'] });
    const marksOf = (model: number) => ({ noAi: model === 3, isRestricted: null });
    const options = { leaveOutNoAi: true, minLikesPerUser: 2, minLikesPerModel: 2 };
    const filtered = await filter(matrix, options, { marksOf });
    expect(pairsOf(filtered.matrix)).toEqual(['m1 u1', 'm1 u2', 'm3 u1', 'm3 u2']);
    expect(filtered.removed.noAi).toEqual({ models: 1, users: 0, likes: 2 });
    expect(filtered.removed.minimums).toEqual({ models: 1, users: 1, likes: 2 });
  });

  it('counts what each filter removed, and nothing else is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLikes,
        fc.nat(4),
        fc.nat(4),
        fc.integer({ min: 1, max: 100 }),
        async (likes, ...of) => {
          const [minLikesPerUser, minLikesPerModel, userSharePercent] = of;
          const matrix = madeMatrix(likes);
          const options = { leaveOutNoAi: true, minLikesPerUser, minLikesPerModel, userSharePercent };
          const marksOf = (model: number) => ({ noAi: model === 1, isRestricted: null });
          const filtered = await filter(matrix, options, { marksOf });
          const sum = (part: keyof typeof none) =>
            Object.values(filtered.removed).reduce((total, amount) => total + amount[part], 0);
          const left = filtered.matrix;
          expect(left.modelUids.length + sum('models')).toBe(matrix.modelUids.length);
          expect(left.userUids.length + sum('users')).toBe(matrix.userUids.length);
          expect(left.users.length + sum('likes')).toBe(matrix.users.length);
          expect(left.starts.at(-1)).toBe(left.users.length);
          expect(filtered.models.map((model) => stringAt(matrix.modelUids, model))).toEqual(modelsOf(left));
          const all = new Set(pairsOf(matrix));
          for (const pair of pairsOf(left)) {
            expect(all.has(pair)).toBe(true);
            expect(pair).not.toMatch(/m1/);
          }
        },
      ),
    );
  });
});

describe('a sample of users', () => {
  const users = Array.from({ length: 4_000 }, (_, index) => `user${String(index)}`);
  const sample = async (userSharePercent: number, keyText = 'secret key', from = users) => {
    const matrix: LikeMatrix = {
      ...madeMatrix({}),
      modelUids: madeMatrix({ m1: [] }).modelUids,
      userUids: stringListOf(from as UserUid[]),
      starts: Uint32Array.from([0, from.length]),
      users: Uint32Array.from(from.keys()),
    };
    const filtered = await filter(matrix, { userSharePercent }, { keyText });
    return new Set<string>(stringsOf(filtered.matrix.userUids));
  };

  it('has about its share, does not depend on the order of rows, and differs between keys', async () => {
    const first = await sample(25);
    // 1,000 expected; four standard deviations are 110.
    expect(first.size).toBeGreaterThan(890);
    expect(first.size).toBeLessThan(1_110);
    expect(await sample(25, 'secret key', users.toReversed())).toEqual(first);
    const other = await sample(25, 'another key');
    expect([...other].filter((uid) => first.has(uid)).length).toBeLessThan(400);
  });

  it('contains every smaller sample under the same key', async () => {
    const [small, large] = [await sample(10), await sample(30)];
    expect([...small].filter((uid) => !large.has(uid))).toEqual([]);
    expect(small.size).toBeLessThan(large.size);
  });

  it('is aborted when the export is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    const matrix = madeMatrix({ m1: users.slice(0, 2_500) });
    await expect(filter(matrix, { userSharePercent: 50 }, { signal })).rejects.toThrow('cancelled');
  });
});

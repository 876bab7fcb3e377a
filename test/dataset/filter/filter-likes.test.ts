import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringAt, stringListOf, stringsOf } from '../../../src/dataset/columns/string-list';
import { type DatasetOptions, defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { type FilterInput, filterLikes } from '../../../src/dataset/filter/filter-likes';
import type { LikeMatrix } from '../../../src/dataset/likes/like-matrix';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { madeMatrix, pairsOf, someLikes } from '../likes/made-matrix';

const none = { models: 0, users: 0, likes: 0 };
const nobody = { usernames: [], userUids: [], modelUids: [] };

function filter(matrix: LikeMatrix, options: Partial<DatasetOptions>, more: Partial<FilterInput> = {}) {
  return filterLikes({
    matrix,
    options: { ...defaultDatasetOptions, ...options },
    marksOf: () => ({ noAi: null, isRestricted: null }),
    usernames: new Map(),
    keyText: 'secret key',
    ...more,
  });
}

const modelsOf = ({ modelUids }: LikeMatrix) => [...stringsOf(modelUids)];

const named = (names: Readonly<Record<string, string>>) => ({
  usernames: new Map(Object.entries(names) as [UserUid, string][]),
});

describe('filtering likes', () => {
  it('changes nothing by default', async () => {
    const matrix = madeMatrix({ m1: ['u1', 'u2'], m2: [], m3: ['u2'] }, 7);
    const filtered = await filter(matrix, {});
    expect(filtered.matrix).toEqual(matrix);
    expect(filtered.models).toEqual([0, 1, 2]);
    expect(Object.values(filtered.removed)).toEqual(Array(6).fill(none));
  });

  it('removes models by id or address, and users without other likes', async () => {
    const [hex, other] = ['0123456789abcdef0123456789abcdef', 'abcdefghijklmnopqrstuvwxyz'];
    const matrix = madeMatrix({ [hex]: ['u1', 'u2'], [other]: ['u3'], m3: ['u2'] });
    const modelUids = [`https://sketchfab.com/3d-models/a-fox-${hex}`, other, 'not captured'];
    const filtered = await filter(matrix, { excluded: { ...nobody, modelUids } });
    expect(pairsOf(filtered.matrix)).toEqual(['m3 u2']);
    expect([...stringsOf(filtered.matrix.userUids)]).toEqual(['u2']);
    expect(filtered.models).toEqual([2]);
    expect(filtered.removed.excludedModels).toEqual({ models: 2, users: 2, likes: 3 });
    expect(filtered.lists.modelUids).toEqual({ listed: 3, unknown: 1 });
  });

  it('removes users by id and by name, however it was typed, and counts unknown names', async () => {
    const matrix = madeMatrix({ m1: ['u1', 'u2', 'u3', 'u4', 'u5'], m2: ['u1'] });
    const names = named({ u1: 'Ada', u2: 'bob.b', u3: 'carol', u4: 'dora' });
    const filtered = await filter(
      matrix,
      {
        excluded: {
          modelUids: [],
          userUids: ['u5', 'u9'],
          usernames: ['ADA', '@bob.b', 'https://sketchfab.com/carol/models', 'eve'],
        },
      },
      names,
    );
    expect(pairsOf(filtered.matrix)).toEqual(['m1 u4']);
    expect(modelsOf(filtered.matrix)).toEqual(['m1', 'm2']);
    expect(filtered.removed.excludedUsers).toEqual({ models: 0, users: 4, likes: 5 });
    expect(filtered.lists.usernames).toEqual({ listed: 4, unknown: 1 });
    expect(filtered.lists.userUids).toEqual({ listed: 2, unknown: 1 });
  });

  it('does not take users without a name for an unknown name', async () => {
    const matrix = madeMatrix({ m1: ['u1', 'u2'] });
    const excluded = { ...nobody, usernames: ['@', 'https://sketchfab.com/'] };
    expect((await filter(matrix, { excluded }, named({ u1: '' }))).matrix).toEqual(matrix);
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
    // Without the excluded u3, m2 has one like left; when m2 is removed, u2 has one like left.
    const matrix = madeMatrix({ m1: ['u1', 'u2'], m2: ['u2', 'u3'], m3: ['u1', 'u2', 'u3'] });
    const filtered = await filter(matrix, {
      excluded: { ...nobody, userUids: ['u3'] },
      minLikesPerUser: 2,
      minLikesPerModel: 2,
    });
    expect(pairsOf(filtered.matrix)).toEqual(['m1 u1', 'm1 u2', 'm3 u1', 'm3 u2']);
    expect(filtered.removed.excludedUsers).toEqual({ models: 0, users: 1, likes: 2 });
    expect(filtered.removed.minimums).toEqual({ models: 1, users: 0, likes: 1 });
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
          const excluded = { usernames: ['ada'], userUids: ['u2'], modelUids: ['m1'] };
          const options = { excluded, minLikesPerUser, minLikesPerModel, userSharePercent };
          const filtered = await filter(matrix, options, named({ u3: 'ada' }));
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
            expect(pair).not.toMatch(/u2|u3|m1/);
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

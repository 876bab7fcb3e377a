import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { excludedUsernames } from '../../../src/dataset/filter/exclusions';
import { leaveOut } from '../../../src/dataset/filter/leave-out';
import { createProgress } from '../../../src/dataset/progress';
import { readSnapshot, snapshotSteps } from '../../../src/dataset/read-snapshot';
import { modelAt } from '../../../src/dataset/snapshot/packed-models';
import { pairsOf } from '../likes/made-matrix';
import { type MadeUpModel, memorySource } from '../memory-source';

const hex = '0123456789abcdef0123456789abcdef';
const old = 'abcdefghijklmnopqrstuvwxyz';

type Excluding = Readonly<Record<string, readonly string[] | boolean>>;

async function without(
  models: readonly MadeUpModel[],
  { leaveOutNotPublic, ...excluded }: Excluding,
  names: Readonly<Record<string, string>> = {},
) {
  const options = parseDatasetOptions({ excluded, leaveOutNotPublic });
  const snapshot = await readSnapshot({
    source: memorySource(models, names),
    usernamesToFind: excludedUsernames(options.excluded),
    reportStep: createProgress(snapshotSteps),
  });
  const { remaining, leftOut } = leaveOut(snapshot, options, null);
  const { matrix } = remaining;
  const left = Array.from({ length: matrix.modelUids.length }, (_, index) =>
    modelAt(remaining.models, index),
  );
  return { pairs: pairsOf(matrix), duplicates: matrix.duplicates, models: left, remaining, leftOut };
}

describe('leaving out', () => {
  it('changes nothing if nobody is listed', async () => {
    const made = [{ uid: 'm1', likes: ['u1', 'u1', 'u2'], likeCount: 1, readBetween: [1, 2] as const }];
    const { pairs, duplicates, models, remaining, leftOut } = await without(made, {});
    expect(pairs).toEqual(['m1 u1', 'm1 u2']);
    expect(duplicates).toBe(1);
    expect(models[0]!.likeCount).toBe(1);
    expect([...remaining.readFrom, ...remaining.readTo]).toEqual([1, 2]);
    expect(leftOut.likes).toBe(0);
  });

  it('drops models that the site has not shown to everyone, and nothing of the others', async () => {
    const made = [
      { uid: 'm1', isPublic: false, likes: ['u1', 'u2'], readBetween: [1, 2] as const },
      { uid: 'm2', likes: ['u2', 'u2'], likeCount: 0, readBetween: [3, 4] as const },
    ];
    const { pairs, duplicates, models, remaining, leftOut } = await without(made, {});
    expect(pairs).toEqual(['m2 u2']);
    expect(duplicates).toBe(1);
    expect(remaining.matrix.userUids.length).toBe(1);
    // Only an exclusion list lowers or raises like counts.
    expect(models).toMatchObject([{ uid: 'm2', likeCount: 0 }]);
    expect([...remaining.readFrom, ...remaining.readTo]).toEqual([3, 4]);
    expect(leftOut).toMatchObject({ notPublic: 1, likes: 2 });
    const all = await without(made, { leaveOutNotPublic: false });
    expect(all.models.map(({ uid }) => uid)).toEqual(['m1', 'm2']);
    expect(all.leftOut.notPublic).toBe(0);
  });

  it('drops models by id or address, with users who like nothing else', async () => {
    const made = [
      { uid: hex, likes: ['u1', 'u2', 'u2'], readBetween: [1, 2] as const },
      { uid: old, likes: ['u3'], readBetween: [3, 4] as const },
      { uid: 'm3', likes: ['u2'], name: 'Fox', tags: ['red'], readBetween: [5, 6] as const },
    ];
    const modelUids = [`https://sketchfab.com/3d-models/a-fox-${hex}`, old, 'not-captured'];
    const { pairs, duplicates, models, remaining, leftOut } = await without(made, { modelUids });
    expect(pairs).toEqual(['m3 u2']);
    expect(remaining.matrix.userUids.length).toBe(1);
    expect(duplicates).toBe(0);
    expect(models).toMatchObject([{ uid: 'm3', name: 'Fox', tags: [{ name: 'red' }] }]);
    expect([...remaining.readFrom, ...remaining.readTo]).toEqual([5, 6]);
    expect(leftOut.likes).toBe(3);
    expect(leftOut.unmatched).toEqual([2]);
  });

  it('drops users by id and by name, however it was typed', async () => {
    const made = [
      { uid: 'm1', likes: ['u1', 'u2', 'u3', 'u4', 'u5'] },
      { uid: 'm2', likes: ['u1'] },
    ];
    const excluded = {
      userUids: ['u5', 'u9'],
      usernames: ['ADA', '@bob.b', 'https://sketchfab.com/carol/models', 'eve'],
    };
    const { pairs, models, leftOut } = await without(made, excluded, {
      ...{ u1: 'Ada', u2: 'bob.b', u3: 'carol', u4: 'dora' },
    });
    expect(pairs).toEqual(['m1 u4']);
    expect(models.map(({ uid }) => uid)).toEqual(['m1', 'm2']);
    // "eve" and "u9".
    expect(leftOut.unmatched).toEqual([3, 5]);
  });

  it('does not take users without a name for an unknown name', async () => {
    const usernames = ['@', 'https://sketchfab.com/'];
    const { pairs } = await without([{ uid: 'm1', likes: ['u1', 'u2'] }], { usernames }, { u1: '' });
    expect(pairs).toEqual(['m1 u1', 'm1 u2']);
  });

  it.each([
    ['as long as its list', 3, 2],
    ['larger than its list', 10, 9],
    ['older than some likes of its list, which would tell who liked the model since', 2, 2],
    ['unknown', null, null],
  ])('lowers a like count that is %s', async (_what, likeCount, expected) => {
    const made = [{ uid: 'm1', likes: ['u1', 'u2', 'u3'], likeCount }];
    const { models } = await without(made, { userUids: ['u2'] });
    expect(models[0]!.likeCount).toBe(expected);
  });

  it('counts no repeated like of somebody who is left out', async () => {
    const made = [
      { uid: 'm1', likes: [] },
      { uid: 'm2', likes: ['u1', 'u2', 'u1', 'u2', 'u2'] },
      { uid: 'm3', likes: ['u2', 'u1', 'u1'] },
    ];
    expect((await without(made, { userUids: ['u2'] })).duplicates).toBe(2);
    expect((await without(made, { userUids: ['u1'] })).duplicates).toBe(2);
    expect((await without(made, { userUids: ['u1', 'u2'] })).duplicates).toBe(0);
    expect((await without(made, { modelUids: ['m2'] })).duplicates).toBe(1);
  });
});

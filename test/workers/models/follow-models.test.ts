import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyModel } from '../../../src/models/model-filter';
import { createModelsIndex } from '../../../src/models/models-index';
import type { LikesOutDatabase } from '../../../src/store/database';
import { recordExclusionList } from '../../../src/store/exclusion-list';
import { type ModelRow, newModelRow } from '../../../src/store/model-row';
import { followModels, type FollowedModels } from '../../../src/workers/models/follow-models';
import { modelUid, sighting } from '../../crawl/small-world';
import { freshDatabase } from '../../store/fresh-database';

const everything = { filter: everyModel, sort: [], window: { start: 0, end: 10_000 } };
/** With time enough on a busy machine. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 5 });

const open: FollowedModels[] = [];
afterEach(() => {
  for (const followed of open.splice(0)) followed.stop();
});

const row = (i: number, changed: Partial<ModelRow> = {}): ModelRow => ({
  ...newModelRow(sighting(i), i, 1_000 + i),
  ...changed,
});

function follow(db: LikesOutDatabase) {
  const index = createModelsIndex();
  const put = vi.spyOn(index, 'put');
  const [onChange, onUnreadable] = [vi.fn(), vi.fn()];
  const followed = followModels({ db, index, onChange, onUnreadable });
  open.push(followed);
  const collected = () =>
    Object.fromEntries(
      index.query(everything).window.rows.map(({ uid, likesCollected }) => [uid, likesCollected]),
    );
  const isRead = () => eventually(() => expect(followed.reading()).toBeNull());
  return { index, put, followed, collected, isRead, onChange, onUnreadable };
}

describe('the worker that follows the models', { timeout: 60_000 }, () => {
  it('reads all of them, the newest first', async () => {
    const db = freshDatabase();
    await db.models.bulkPut(Array.from({ length: 2_500 }, (_, i) => row(i)));
    const { put, index, isRead } = follow(db);
    await isRead();
    expect(put.mock.calls[0]![0].uid).toBe(modelUid(2_499));
    const answer = index.query(everything);
    expect(answer.total).toBe(2_500);
    expect(answer.window.rows.map(({ uid }) => uid)).toEqual(
      Array.from({ length: 2_500 }, (_, i) => modelUid(i)),
    );
  });

  it('reads only the models that a step of the crawl changed', async () => {
    const db = freshDatabase();
    await db.models.bulkPut(Array.from({ length: 200 }, (_, i) => row(i)));
    const { put, collected, isRead, onChange } = follow(db);
    await isRead();
    put.mockClear();
    onChange.mockClear();
    await db.models.put(row(7, { likesCollected: 24 }));
    await db.models.delete(modelUid(8));
    await eventually(() => expect(collected()[modelUid(8)]).toBeUndefined());
    expect(collected()[modelUid(7)]).toBe(24);
    expect(put.mock.calls.map(([{ uid }]) => uid)).toEqual([modelUid(7)]);
    expect(onChange).toHaveBeenCalled();
  });

  it('misses nothing that changes while it reads', async () => {
    const db = freshDatabase();
    await db.models.bulkPut(Array.from({ length: 3_000 }, (_, i) => row(i)));
    const { collected, isRead } = follow(db);
    for (let i = 0; i < 3_000; i += 100) await db.models.put(row(i, { likesCollected: i + 1 }));
    await db.models.bulkPut(Array.from({ length: 60 }, (_, i) => row(5_000 + i)));
    await db.models.bulkDelete([modelUid(1), modelUid(2)]);
    await isRead();
    const stored = async () =>
      Object.fromEntries((await db.models.toArray()).map(({ uid, likesCollected }) => [uid, likesCollected]));
    await eventually(async () => expect(collected()).toEqual(await stored()));
  });

  it('ends with what is stored, whatever was written meanwhile', async () => {
    const change = fc.oneof(
      fc.record({ put: fc.uniqueArray(fc.nat(80), { maxLength: 70 }), likes: fc.nat(1_000) }),
      fc.record({ remove: fc.uniqueArray(fc.nat(80), { maxLength: 5 }) }),
      fc.constant('clear' as const),
      fc.constant('wait' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (steps) => {
        const db = freshDatabase();
        await db.models.bulkPut(Array.from({ length: 30 }, (_, i) => row(i)));
        const { collected, followed } = follow(db);
        for (const step of steps) {
          if (step === 'clear') await db.models.clear();
          else if (step === 'wait') await new Promise((resolve) => setTimeout(resolve, 3));
          else if ('put' in step)
            await db.models.bulkPut(step.put.map((i) => row(i, { likesCollected: step.likes })));
          else await db.models.bulkDelete(step.remove.map(modelUid));
        }
        const stored = Object.fromEntries(
          (await db.models.toArray()).map(({ uid, likesCollected }) => [uid, likesCollected]),
        );
        await eventually(() => expect(collected()).toEqual(stored));
        followed.stop();
        db.close();
      }),
      { numRuns: 25 },
    );
  });

  it('marks what the list of exclusions names, also as an address, and takes the mark back', async () => {
    const db = freshDatabase();
    await db.models.bulkPut([row(1), row(2)]);
    const { index, isRead } = follow(db);
    await isRead();
    const leftOut = () =>
      index
        .query(everything)
        .window.rows.filter(({ isLeftOut }) => isLeftOut)
        .map(({ uid }) => uid);
    const listed = (modelUids: string[]) =>
      recordExclusionList(db, { usernames: [], userUids: [], modelUids });
    await listed([`https://sketchfab.com/3d-models/a-robot-${modelUid(2)}`]);
    await eventually(() => expect(leftOut()).toEqual([modelUid(2)]));
    await listed([]);
    await eventually(() => expect(leftOut()).toEqual([]));
  });

  it('says that the database cannot be read, keeps what it has, and tries again when woken', async () => {
    const db = freshDatabase();
    await db.models.bulkPut([row(1), row(2)]);
    const { collected, followed, isRead, onUnreadable } = follow(db);
    await isRead();
    const bulkGet = vi.spyOn(db.models, 'bulkGet').mockRejectedValue(new Error('it is broken'));
    await db.models.put(row(1, { likesCollected: 5 }));
    await eventually(() => expect(onUnreadable).toHaveBeenCalledWith('it is broken'));
    expect(collected()).toEqual({ [modelUid(1)]: 0, [modelUid(2)]: 0 });
    bulkGet.mockRestore();
    followed.wake();
    await eventually(() => expect(collected()[modelUid(1)]).toBe(5));
  });
});

import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { removeModels } from '../../src/store/remove-models';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { Rig } from '../crawl/rig';
import { modelUid, sighting, userUid } from '../crawl/small-world';
import { projectFingerprint } from '../dataset/merge/small-dataset';
import { expectTrueCounters } from './true-counters';

async function crawled(likes: readonly number[]): Promise<Rig> {
  const rig = await new Rig(likes).begin();
  await rig.workOn();
  return rig;
}

/** Everything that is stored, as text. */
const stored = async ({ db }: Rig) =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray() as Promise<unknown[]>)));

describe('removing models', () => {
  it('leaves nothing of them, of their likes and of people who liked only them, and the counters true', async () => {
    const rig = await crawled([3, 30, 5]);
    // A second sweep, in which somebody has taken back a like, and a third that has not ended.
    rig.world.likers.set(modelUid(1), rig.world.likers.get(modelUid(1))!.slice(1));
    await startCrawl(rig.db, 'anew', rig.time);
    await rig.workOn();
    await startCrawl(rig.db, 'anew', rig.time);
    let pages = 0;
    rig.world.answer = ({ searchParams }) => {
      if (searchParams.get('model') === modelUid(1) && (pages += 1) === 2) throw new Error('the worker dies');
      return undefined;
    };
    await expect(rig.work()).rejects.toThrow('the worker dies');
    expect(await rig.db.unlikes.count()).toBe(1);
    await expectTrueCounters(rig.db);

    await removeModels(rig.db, [modelUid(1), modelUid(9), modelUid(1)]);
    await expectTrueCounters(rig.db);
    const left = await stored(rig);
    expect(left).not.toContain(modelUid(1));
    // Model 1 was liked by 1 to 30, models 0 and 2 by 0 to 2 and by 2 to 6.
    expect(left).not.toContain(userUid(20));
    expect(left).toContain(userUid(2));
    expect((await rig.db.models.orderBy('order').toArray()).map(({ uid, order }) => [uid, order])).toEqual([
      [modelUid(0), 0],
      [modelUid(2), 1],
    ]);
    rig.world.answer = () => undefined;
    await rig.workOn();
    const { [modelUid(1)]: _, ...others } = rig.truth();
    expect(await rig.stored()).toEqual(others);
    await expectTrueCounters(rig.db);
  });

  it('is not undone by an answer that was on its way', async () => {
    const rig = await new Rig([3, 4]).begin();
    let isFirst = true;
    rig.world.hold = () => {
      if (!isFirst || rig.world.likesRequests().length === 0) return undefined;
      isFirst = false;
      return removeModels(rig.db, [modelUid(0)]);
    };
    await rig.workOn();
    expect(isFirst).toBe(false);
    expect(await stored(rig)).not.toContain(modelUid(0));
    await expectTrueCounters(rig.db);
  });

  it('takes their likes from imports that are live, and none from one that is being read', async () => {
    const rig = await crawled([3]);
    const head = {
      importId: 'a',
      keyFingerprint: projectFingerprint,
      exportedAt: 0,
      kind: 'part',
      hasLikes: true,
    } as const;
    const [live, staged] = await Promise.all(
      [true, false].map((isLive) => rig.db.imports.add({ ...head, isLive })),
    );
    const likes = { modelUid: modelUid(0), pseudonyms: ['1'.repeat(32)] };
    for (const staging of [live!, staged!]) await rig.db.importedLikes.put({ ...likes, staging } as never);
    await removeModels(rig.db, [modelUid(0)]);
    expect((await rig.db.importedLikes.toArray()).map(({ staging }) => staging)).toEqual([staged]);
  });

  it('lets a page bring one of them back, as a new one', async () => {
    const rig = await crawled([3]);
    await removeModels(rig.db, [modelUid(0)]);
    expect(await readState(rig.db, 'counters')).toMatchObject({ models: 0, likes: 0, users: 0 });
    expect(await recordSightings(rig.db, [sighting(0)], rig.time)).toBe(1);
    expect(await rig.db.models.get(modelUid(0))).toMatchObject({ order: 0, state: 'new', likesCollected: 0 });
    await expectTrueCounters(rig.db);
  });
});

import { RangeSet } from 'dexie';
import { expect, it, vi } from 'vitest';
import type { LikesOutDatabase } from '../../src/store/database';
import { newModelRow } from '../../src/store/model-row';
import { recordSightings } from '../../src/store/upsert-models';
import { type ChangedModels, watchModels } from '../../src/store/watch-models';
import { modelUid, sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';

function watched() {
  const db = freshDatabase();
  const seen: ChangedModels[] = [];
  const stop = watchModels(db, (changed) => seen.push(changed));
  const named = () => seen.flatMap((changed): readonly string[] => (changed === 'any' ? [changed] : changed));
  return { db, seen, named, stop };
}

const rows = (count: number) => Array.from({ length: count }, (_, i) => newModelRow(sighting(i), i, 0));

it('names the models of the largest report that a page may send', async () => {
  const { db, seen, named, stop } = watched();
  await db.open();
  // A database that was just created is another one.
  expect(seen.splice(0)).toEqual(['any']);
  const all = Array.from({ length: 100 }, (_, i) => sighting(i));
  await recordSightings(db, all, 0);
  expect(named().sort()).toEqual(all.map(({ uid }) => uid).sort());
  stop();
});

it('names a model that is changed or deleted, and no other', async () => {
  const { db, seen, stop } = watched();
  await db.models.bulkPut(rows(3));
  seen.length = 0;
  await db.models.put({ ...rows(3)[1]!, likesCollected: 7 });
  expect(seen).toEqual([[modelUid(1)]]);
  await db.models.bulkDelete([modelUid(0), modelUid(2)]);
  expect(seen.slice(1).flat().sort()).toEqual([modelUid(0), modelUid(2)].sort());
  stop();
});

it('says that any may have changed after many were put at once, or all deleted', async () => {
  const { db, seen, stop } = watched();
  await db.open();
  seen.length = 0;
  await db.models.bulkPut(rows(50));
  expect(seen).toEqual(['any']);
  await db.models.clear();
  expect(seen).toEqual(['any', 'any']);
  stop();
});

it('is silent about other tables, transactions that failed, other databases, and once it is stopped', async () => {
  const { db, seen, stop } = watched();
  await db.open();
  seen.length = 0;
  await db.states.put({ name: 'lastCheck', value: 1 });
  await failing(db);
  const other = freshDatabase();
  await other.models.put(rows(1)[0]!);
  expect(seen).toEqual([]);
  stop();
  await db.models.put(rows(1)[0]!);
  expect(seen).toEqual([]);
});

async function failing(db: LikesOutDatabase): Promise<void> {
  const attempt = db.transaction('rw', db.models, async () => {
    await db.models.put(rows(1)[0]!);
    throw new Error('the disk is full');
  });
  await expect(attempt).rejects.toThrow('the disk is full');
}

it('understands what another context broadcasts', async () => {
  const { db, named, stop } = watched();
  await db.open();
  const others = new BroadcastChannel('x-storagemutated-1');
  const uids = Array.from({ length: 20 }, (_, i) => modelUid(i));
  others.postMessage({ [`idb://${db.name}/models/`]: new RangeSet().addKeys(uids) });
  await vi.waitFor(() => expect(named()).toContain(modelUid(0)));
  expect(
    named()
      .filter((uid) => uid !== 'any')
      .sort(),
  ).toEqual(uids.sort());
  others.close();
  stop();
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readState } from '../../src/store/states';
import { modelUid } from '../crawl/small-world';
import { fakeStorage } from '../settings/fake-storage';
import { failWrites } from '../store/failing-disk';
import { freshDatabase } from '../store/fresh-database';
import { expectTrueCounters } from '../store/true-counters';
import { captured, rows, worker } from './copy-rig';

// Only the platform is faked. Imported late, because mocks are moved before all imports.
vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../settings/fake-storage');
  return { default: { storage: { local } } };
});
beforeEach(() => fakeStorage.clear());

const uidsOf = async (db: Awaited<ReturnType<typeof captured>>) => (await rows(db)).map(({ uid }) => uid);

describe('models that were removed', () => {
  it('are not in the second copy, and do not come back from it', async () => {
    const db = await captured(4);
    await worker(db).removeModels([modelUid(1), modelUid(2)]);
    await worker(db).sync();
    expect(await uidsOf(db)).toEqual([modelUid(0), modelUid(3)]);
    expect(await readState(db, 'restored')).toBeNull();
    const found = freshDatabase();
    await worker(found).sync();
    expect(await uidsOf(found)).toEqual([modelUid(0), modelUid(3)]);
  });

  it('are all there or all gone if the worker dies at any write, and no other is lost', async () => {
    const seen = new Set<number>();
    for (let nth = 0; ; nth++) {
      fakeStorage.clear();
      const db = await captured(4);
      let writes = 0;
      const isDead = () => writes++ >= nth;
      const disk = failWrites(isDead, 'AbortError');
      fakeStorage.beforeWrite = () => {
        if (isDead()) throw new Error('died');
      };
      await worker(db)
        .removeModels([modelUid(1), modelUid(2)])
        .catch(() => undefined);
      disk.restore();
      fakeStorage.beforeWrite = () => undefined;
      await worker(db).sync();
      const left = await uidsOf(db);
      expect([2, 4]).toContain(left.length);
      expect(left).toEqual(expect.arrayContaining([modelUid(0), modelUid(3)]));
      await expectTrueCounters(db);
      seen.add(left.length);
      if (writes <= nth) break;
    }
    expect([...seen].sort()).toEqual([2, 4]);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { readOverview } from '../../src/store/overview';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { fakeStorage } from '../settings/fake-storage';
import { failWrites } from '../store/failing-disk';
import { freshDatabase } from '../store/fresh-database';
import { expectTrueCounters } from '../store/true-counters';
import { captured, many, rows, tags, worker } from './copy-rig';

// Only the platform is faked. Imported late, because mocks are moved before all imports.
vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../settings/fake-storage');
  return { default: { storage: { local } } };
});
beforeEach(() => fakeStorage.clear());

type Die = (work: () => Promise<void>) => Promise<void>;

/** Runs `life` with a death at its first write of either kind, then at its second, until all were covered. */
async function dieEverywhere(life: (die: Die) => Promise<void>): Promise<number> {
  for (let nth = 0; ; nth++) {
    fakeStorage.clear();
    let writes = 0;
    const isDead = () => writes++ >= nth;
    await life(async (work) => {
      const disk = failWrites(isDead, 'AbortError');
      fakeStorage.beforeWrite = () => {
        if (isDead()) throw new Error('died');
      };
      await work().catch(() => undefined);
      disk.restore();
      fakeStorage.beforeWrite = () => undefined;
    });
    if (writes <= nth) return nth;
  }
}

describe('a worker killed at any write', { timeout: 60_000 }, () => {
  it('while restoring models lets the next worker restore each of them once', async () => {
    const deaths = await dieEverywhere(async (die) => {
      const db = await captured(3);
      await startCrawl(db, 'all', 0);
      await worker(db).sync();
      const found = freshDatabase();
      await recordSightings(found, many(1, 500), 7);
      await die(() => worker(found).sync());
      await worker(found).sync();
      expect(await found.models.count()).toBe(4);
      expect(await readOverview(found)).toMatchObject({
        restored: { models: 3, lost: 0 },
        crawl: { phase: 'crawling' },
      });
      await expectTrueCounters(found);
      const again = freshDatabase();
      await worker(again).sync();
      expect(await rows(again)).toEqual(await rows(found));
    });
    expect(deaths).toBeGreaterThan(5);
  });

  it('while repairing a database that fell back from a damaged copy lets the next worker count the lost models', async () => {
    await dieEverywhere(async (die) => {
      const db = await captured(101);
      fakeStorage.texts.set('captured:0', '[]');
      const fallenBack = freshDatabase();
      await recordSightings(fallenBack, many(2, 900), 7);
      await fallenBack.states.put({ name: 'databaseId', value: await readState(db, 'databaseId') });
      await die(() => worker(fallenBack).sync());
      await recordSightings(fallenBack, many(98, 902), 7);
      await worker(fallenBack).sync();
      expect((await readOverview(fallenBack)).restored).toMatchObject({ models: 1, lost: 100 });
      const again = freshDatabase();
      await worker(again).sync();
      expect(await rows(again)).toEqual(await rows(fallenBack));
    });
  });

  it('while copying lets the next worker copy the rest', async () => {
    const deaths = await dieEverywhere(async (die) => {
      const db = await captured(97);
      await recordSightings(db, [...many(6, 97), sighting(0, { categories: tags })], 7);
      await die(() => worker(db).sync());
      await worker(db).sync();
      const found = freshDatabase();
      await worker(found).sync();
      expect(await rows(found)).toEqual(await rows(db));
      expect((await found.models.get(sighting(0).uid))?.categories).toEqual(tags);
    });
    expect(deaths).toBeGreaterThan(0);
  });

  it('while deleting everything leaves all or nothing, and nothing reappears later', async () => {
    const ends = new Set<number>();
    await dieEverywhere(async (die) => {
      const db = await captured(3);
      await die(() => worker(db).deleteEverything());
      await worker(db).sync();
      const left = await db.models.count();
      ends.add(left);
      expect((await readOverview(db)).restored).toBeNull();
      const found = freshDatabase();
      await worker(found).sync();
      expect(await found.models.count()).toBe(left);
    });
    expect([...ends].sort()).toEqual([0, 3]);
  });
});

import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { calmHost } from '../../src/crawl/host-state';
import { LikesOutDatabase } from '../../src/store/database';
import { recordDecided } from '../../src/store/decided-settings';
import { deleteEverything } from '../../src/store/delete-everything';
import { readExclusionList, recordExclusionList } from '../../src/store/exclusion-list';
import { readState, writeState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';
import { noPause } from './no-pause';

describe('deleting everything', () => {
  it("removes what was collected and the list of whom to leave out, and keeps the user's other decisions", async () => {
    const db = freshDatabase();
    await recordDecided(db, { consent: true, crawlDelayMs: 5_000 });
    await recordDecided(db, { crawlDelayMs: 20_000 });
    await recordExclusionList(db, { usernames: ['ada'], userUids: [], modelUids: [] });
    await recordSightings(db, [sighting(0)], 1_000);
    await deleteEverything(db, 'next', noPause);
    expect(await db.models.count()).toBe(0);
    expect((await readExclusionList(db)).usernames).toEqual([]);
    expect(await readState(db, 'decided')).toEqual({ consent: true, crawlDelayMs: 20_000 });
    expect(await readState(db, 'databaseId')).toBe('next');
  });

  it('keeps the wait that the site asked for, and leaves no other database behind', async () => {
    const db = freshDatabase();
    await writeState(db, 'host', { ...calmHost, notBefore: 5_000 });
    const before = await Dexie.getDatabaseNames();
    await deleteEverything(db, 'next', noPause);
    expect(await readState(db, 'host')).toMatchObject({ notBefore: 5_000 });
    expect((await Dexie.getDatabaseNames()).sort()).toEqual(before.sort());
  });

  it('does not wait for pages that have the database open, and they go on with the new one', async () => {
    const db = freshDatabase();
    const page = new LikesOutDatabase(db.name);
    await recordSightings(page, [sighting(0)], 1_000);
    await deleteEverything(db, 'next', noPause);
    expect(await readState(page, 'databaseId')).toBe('next');
    await recordSightings(db, [sighting(1)], 2_000);
    expect(await page.models.count()).toBe(1);
  });

  it('pauses without a connection before it opens the new database', async () => {
    const db = freshDatabase();
    await recordSightings(db, [sighting(0)], 1_000);
    let wasOpen: boolean | undefined;
    const pause = () => {
      wasOpen = db.isOpen();
      return Promise.resolve();
    };
    await deleteEverything(db, 'next', { ...noPause, pause });
    expect(wasOpen).toBe(false);
  });

  it('keeps a setting that is written meanwhile', async () => {
    const db = freshDatabase();
    const page = new LikesOutDatabase(db.name);
    await recordDecided(db, { consent: true, crawlDelayMs: 5_000 });
    const pause = () => recordDecided(page, { consent: false });
    await deleteEverything(db, 'next', { ...noPause, pause });
    expect(await readState(db, 'decided')).toEqual({ consent: false, crawlDelayMs: 5_000 });
  });

  it('reads the settings and deletes them where no page can write in between', async () => {
    const db = freshDatabase();
    const page = new LikesOutDatabase(db.name);
    await recordDecided(db, { crawlDelayMs: 5_000 });
    const whileNoPageWrites = async (work: () => Promise<void>) => {
      await recordDecided(page, { consent: true });
      await work();
      await recordDecided(page, { autoCapture: false });
    };
    await deleteEverything(db, 'next', { ...noPause, whileNoPageWrites });
    const decided = { crawlDelayMs: 5_000, consent: true, autoCapture: false };
    expect(await readState(db, 'decided')).toEqual(decided);
  });
});

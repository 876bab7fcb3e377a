import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { calmHost } from '../../src/crawl/host-state';
import { LikesOutDatabase } from '../../src/store/database';
import { recordDecided } from '../../src/store/decided-settings';
import { deleteEverything } from '../../src/store/delete-everything';
import { readState, writeState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { wipeDatabase } from '../../src/store/wipe-database';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';

describe('wiping a cleared database', () => {
  it('keeps what was to stay, and leaves no other database behind', async () => {
    const db = freshDatabase();
    await recordDecided(db, { consent: true });
    await writeState(db, 'host', { ...calmHost, notBefore: 5_000 });
    await recordSightings(db, [sighting(0)], 1_000);
    await deleteEverything(db, 'next');
    const before = await Dexie.getDatabaseNames();
    await wipeDatabase(db, () => Promise.resolve());
    expect(await readState(db, 'decided')).toEqual({ consent: true });
    expect(await readState(db, 'host')).toMatchObject({ notBefore: 5_000 });
    expect(await readState(db, 'databaseId')).toBe('next');
    expect(await db.models.count()).toBe(0);
    expect((await Dexie.getDatabaseNames()).sort()).toEqual(before.sort());
  });

  it('does not wait for pages that have the database open, and they go on with the new one', async () => {
    const db = freshDatabase();
    const page = new LikesOutDatabase(db.name);
    await recordSightings(page, [sighting(0)], 1_000);
    await deleteEverything(db, 'next');
    await wipeDatabase(db, () => Promise.resolve());
    expect(await readState(page, 'databaseId')).toBe('next');
    await recordSightings(db, [sighting(1)], 2_000);
    expect(await page.models.count()).toBe(1);
  });

  it('waits without a connection before it opens the database again', async () => {
    const db = freshDatabase();
    await deleteEverything(db, 'next');
    let wasOpen: boolean | undefined;
    await wipeDatabase(db, () => {
      wasOpen = db.isOpen();
      return Promise.resolve();
    });
    expect(wasOpen).toBe(false);
  });
});

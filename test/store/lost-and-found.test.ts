import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LikesOutDatabase } from '../../src/store/database';
import { readOverview } from '../../src/store/overview';
import { recordSightings } from '../../src/store/upsert-models';
import { modelUid, sighting, userUid } from '../crawl/small-world';
import { failWrites } from './failing-disk';
import { freshDatabase } from './fresh-database';
import { expectTrueCounters } from './true-counters';

let serial = 0;
const newName = () => `lost-and-found-${++serial}`;

/** The database of 0.1, as that version declared it. */
function versionOne(name: string): Dexie {
  const db = new Dexie(name);
  db.version(1).stores({
    models: 'uid',
    requests: 'uniqueKey, [state+order], [state+notBefore]',
    likesPages: '[modelUid+sweep+index]',
    users: 'uid',
    states: 'name',
  });
  return db;
}

const oldModel = (i: number, over: object) => ({
  ...sighting(i, { likeCount: 2 }),
  order: i,
  capturedAt: 100 + i,
  state: 'new',
  cause: null,
  sweep: null,
  likesCollected: 0,
  hasAskedForFacts: false,
  factsError: null,
  ...over,
});

/** The data of 0.1: a complete model, one half read, one new, and a running crawl. */
async function leaveVersionOne(name: string): Promise<void> {
  const db = versionOne(name);
  await db
    .table('models')
    .bulkPut([
      oldModel(0, { state: 'complete', sweep: 0, likesCollected: 2 }),
      oldModel(1, { state: 'crawling', sweep: 0, likesCollected: 1 }),
      oldModel(2, {}),
    ]);
  const page = (model: number, users: number[]) => ({
    modelUid: modelUid(model),
    sweep: 0,
    index: 0,
    position: '',
    userUids: users.map(userUid),
    unreadableRows: 0,
    fetchedAt: 500,
  });
  await db.table('likesPages').bulkPut([page(0, [1, 2]), page(1, [2])]);
  await db.table('users').bulkPut([
    { uid: userUid(1), models: 1 },
    { uid: userUid(2), models: 2 },
  ]);
  await db
    .table('requests')
    .put({ uniqueKey: `likes:${modelUid(1)}`, state: 'pending', order: 3, notBefore: 0 });
  await db.table('states').bulkPut([
    { name: 'crawl', value: { phase: 'crawling', reason: null, runningSince: 1, requestsBefore: 0 } },
    { name: 'counters', value: { models: 3, requests: 9 } },
  ]);
  db.close();
}

async function contents(db: Dexie): Promise<Record<string, unknown[]>> {
  const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}

// Dexie warns about connections that close for an upgrade, which these cases test.
beforeEach(() => vi.spyOn(console, 'warn').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

describe('an update with a new schema', () => {
  it('keeps every model and like, and recounts them', async () => {
    const name = newName();
    await leaveVersionOne(name);
    const db = new LikesOutDatabase(name);
    expect(await db.models.orderBy('order').toArray()).toMatchObject([
      { uid: modelUid(0), state: 'complete', likesCollected: 2, readAt: 100, countWhenRead: 2, lastSweep: 1 },
      { uid: modelUid(1), state: 'new', likesCollected: 1, readAt: null, lastSweep: 1 },
      { uid: modelUid(2), state: 'new', likesCollected: 0, lastSweep: 0 },
    ]);
    expect(await db.likesPages.count()).toBe(2);
    expect(await readOverview(db)).toMatchObject({
      counters: { models: 3, users: 2, likes: 3, requests: 9 },
      crawl: { phase: 'idle' },
      restored: null,
    });
    await expectTrueCounters(db);
    // The next sighting gets the next place in order.
    await recordSightings(db, [sighting(3)], 0);
    expect((await db.models.get(modelUid(3)))?.order).toBe(3);
  });

  it('interrupted at any write, leaves the old data unchanged, and the next opening repeats it', async () => {
    const whole = newName();
    await leaveVersionOne(whole);
    const expected = await contents(new LikesOutDatabase(whole));
    let hasDied = true;
    for (let nth = 0; hasDied; nth++) {
      const name = newName();
      await leaveVersionOne(name);
      const before = await contents(versionOne(name));
      let writes = 0;
      const disk = failWrites(() => writes++ >= nth, 'AbortError');
      const dying = new LikesOutDatabase(name);
      hasDied = await dying.open().then(
        () => false,
        () => true,
      );
      disk.restore();
      dying.close();
      if (hasDied) {
        const old = await new Dexie(name).open();
        expect(old.verno).toBe(1);
        expect(await contents(old)).toEqual(before);
        old.close();
      }
      expect(await contents(new LikesOutDatabase(name))).toEqual(expected);
      expect(nth).toBeLessThan(50);
    }
  });
});

describe('an older build that finds newer data', () => {
  /** A database as a later version would leave it. */
  async function leaveVersionThree(name: string): Promise<Dexie> {
    const today = new LikesOutDatabase(name);
    await recordSightings(today, [sighting(1)], 0);
    today.close();
    const later = new Dexie(name);
    later.version(3).stores({ models: 'uid, order', invented: 'id' });
    await later.table('invented').put({ id: 1 });
    return later;
  }

  it('reports it each time, and touches nothing', async () => {
    const name = newName();
    const later = await leaveVersionThree(name);
    const before = await contents(later);
    later.close();
    const db = new LikesOutDatabase(name);
    await expect(recordSightings(db, [sighting(2)], 0)).rejects.toThrow('newer version of Likes Out');
    db.close({ disableAutoOpen: false });
    await expect(readOverview(db)).rejects.toThrow('newer version of Likes Out');
    db.close();
    expect(await contents(await later.open())).toEqual(before);
    expect(later.verno).toBe(3);
  });
});

describe('an upgrade while an old page has the database open', () => {
  it('is not delayed, as the old connection closes by itself and writes no more', async () => {
    const name = newName();
    const old = new LikesOutDatabase(name);
    await recordSightings(old, [sighting(1)], 0);
    const next = new Dexie(name);
    next.version(3).stores({ models: 'uid, order' });
    const startedAt = performance.now();
    await next.open();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(old.isOpen()).toBe(false);
    await expect(recordSightings(old, [sighting(2)], 0)).rejects.toThrow('newer version');
    expect(await next.table('models').count()).toBe(1);
  });
});

describe('a database whose connection is lost', () => {
  it('opens again with all its data', async () => {
    const db = freshDatabase();
    await recordSightings(db, [sighting(1)], 0);
    // What a browser does when it loses its backing store.
    forceCloseDatabase(db.backendDB() as never);
    await recordSightings(db, [sighting(2)], 0);
    expect(await db.models.count()).toBe(2);
  });

  it('that fails to open is left alone, whatever the error, and opens when the browser can', async () => {
    const name = newName();
    const first = new LikesOutDatabase(name);
    await recordSightings(first, [sighting(1)], 0);
    first.close();
    const remove = vi.spyOn(indexedDB, 'deleteDatabase');
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    });
    const db = new LikesOutDatabase(name);
    await expect(readOverview(db)).rejects.toThrow('Internal error opening backing store');
    expect(open.mock.calls.length).toBeLessThanOrEqual(4);
    open.mockRestore();
    db.close({ disableAutoOpen: false });
    expect((await readOverview(db)).counters.models).toBe(1);
    expect(remove).not.toHaveBeenCalled();
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseCrawl, startCrawl, startDiscovery } from '../../src/store/control-crawl';
import { readOverview } from '../../src/store/overview';
import { forgetRestored } from '../../src/store/restore-models';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { fakeStorage } from '../settings/fake-storage';
import { freshDatabase } from '../store/fresh-database';
import { expectTrueCounters } from '../store/true-counters';
import { captured, many, rows, tags, worker } from './copy-rig';

// Only the platform is faked. Imported late, because mocks are moved before all imports.
vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../settings/fake-storage');
  return { default: { storage: { local } } };
});
beforeEach(() => fakeStorage.clear());

describe('an empty database', () => {
  it('gets an id after a fresh install, and no loss is reported', async () => {
    const db = freshDatabase();
    await worker(db).sync();
    const databaseId = await readState(db, 'databaseId');
    expect(databaseId).not.toBeNull();
    expect(JSON.parse(fakeStorage.texts.get('databaseId')!)).toMatchObject({ id: databaseId });
    expect((await readOverview(db)).restored).toBeNull();
  });

  it('gets every captured model back in order, with its tags, after a loss, and reports it', async () => {
    const db = await captured(250);
    const found = freshDatabase();
    await worker(found).sync();
    expect(await rows(found)).toEqual(await rows(db));
    expect(await readOverview(found)).toMatchObject({
      restored: { at: 1_000, models: 250, lost: 0 },
      crawl: { phase: 'idle' },
      counters: { models: 250 },
    });
    await expectTrueCounters(found);
  });

  it('gets every model back after repeated losses with captures in between', async () => {
    let db = await captured(30);
    for (let loss = 1; loss <= 10; loss++) {
      db = freshDatabase();
      await worker(db).sync();
      await recordSightings(db, many(30 + loss * 17), 7);
      await worker(db).sync();
    }
    expect(await db.models.count()).toBe(200);
    expect((await rows(db)).map(({ order }) => order)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    await expectTrueCounters(db);
  });

  it('resumes the interrupted crawl with every model queued', async () => {
    const db = await captured(5);
    await startCrawl(db, 'all', 0);
    await worker(db).sync();
    const found = freshDatabase();
    await worker(found).sync();
    const overview = await readOverview(found);
    expect(overview).toMatchObject({ restored: { models: 5 }, crawl: { phase: 'crawling' } });
    expect(await found.requests.count()).toBe(await db.requests.count());
  });

  it('resumes an interrupted discovery, but not a paused crawl', async () => {
    const listed = await captured(1);
    await startDiscovery(listed, 77, 0);
    await worker(listed).sync();
    const found = freshDatabase();
    await worker(found).sync();
    expect(await readOverview(found)).toMatchObject({
      crawl: { phase: 'crawling', scope: 'discovery' },
      discovery: { minimumLikes: 77 },
    });
    await pauseCrawl(found);
    await worker(found).sync();
    const again = freshDatabase();
    await worker(again).sync();
    expect((await readOverview(again)).crawl.phase).toBe('idle');
  });

  it('keeps models captured before the loss was noticed, after the restored ones', async () => {
    await captured(3);
    const found = freshDatabase();
    await recordSightings(found, [sighting(9), sighting(1, { name: 'Newer name', categories: tags })], 99);
    await worker(found).sync();
    const names = (await rows(found)).map(({ name, capturedAt }) => [name, capturedAt]);
    expect(names).toEqual([
      ['Model 0', 7],
      ['Newer name', 7],
      ['Model 2', 7],
      ['Model 9', 99],
    ]);
    expect((await readOverview(found)).restored).toMatchObject({ models: 2 });
    await expectTrueCounters(found);
    const again = freshDatabase();
    await worker(again).sync();
    expect((await rows(again)).map(({ uid }) => uid)).toEqual((await rows(found)).map(({ uid }) => uid));
    expect(await again.models.get(sighting(1).uid)).toMatchObject({ tags, categories: tags });
  });

  it('gets later captures back if it was rolled back', async () => {
    const db = await captured(4);
    const rolledBack = freshDatabase();
    await recordSightings(rolledBack, many(2), 7);
    await rolledBack.states.put({ name: 'databaseId', value: await readState(db, 'databaseId') });
    await startCrawl(rolledBack, 'all', 0);
    await worker(rolledBack).sync();
    expect(await rows(rolledBack)).toEqual(await rows(db));
    // The running crawl has them too.
    expect(await rolledBack.requests.where('uniqueKey').startsWith('likes:').count()).toBe(4);
    await expectTrueCounters(rolledBack);
  });

  it('gets all models back except those of a damaged chunk, and reports their number once', async () => {
    await captured(250);
    fakeStorage.texts.set('captured:1', '[[]]');
    const found = freshDatabase();
    await worker(found).sync();
    expect((await readOverview(found)).restored).toEqual({ at: 1_000, models: 150, lost: 100 });
    await forgetRestored(found);
    await recordSightings(found, many(1, 900), 7);
    await worker(found).sync();
    expect((await readOverview(found)).restored).toBeNull();
    const again = freshDatabase();
    await worker(again).sync();
    expect((await readOverview(again)).restored).toMatchObject({ models: 151, lost: 0 });
    expect(await rows(again)).toEqual(await rows(found));
  });

  it('gets every model back if the head of the copy is damaged or missing', async () => {
    const db = await captured(120);
    for (const spoil of [
      () => fakeStorage.texts.set('databaseId', '7'),
      () => fakeStorage.texts.delete('databaseId'),
    ]) {
      spoil();
      const found = freshDatabase();
      await worker(found).sync();
      expect(await rows(found)).toEqual(await rows(db));
    }
  });

  it('is not assumed when the database cannot be opened: nothing changes and the error is reported', async () => {
    const db = await captured(3);
    const before = new Map(fakeStorage.texts);
    db.close();
    await expect(worker(db).sync()).rejects.toThrow();
    expect(fakeStorage.texts).toEqual(before);
    await db.open();
    await worker(db).sync();
    expect((await readOverview(db)).restored).toBeNull();
  });

  it('stays empty while the copy cannot be read, and is restored at the next wake', async () => {
    const db = await captured(3);
    const found = freshDatabase();
    fakeStorage.beforeRead = () => {
      throw new Error('IO error');
    };
    await expect(worker(found).sync()).rejects.toThrow('IO error');
    fakeStorage.beforeRead = () => undefined;
    await worker(found).sync();
    expect(await rows(found)).toEqual(await rows(db));
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packCaptured } from '../../src/settings/captured-model';
import { startCrawl } from '../../src/store/control-crawl';
import { readOverview } from '../../src/store/overview';
import { readState, writeState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { fakeStorage } from '../settings/fake-storage';
import { freshDatabase } from '../store/fresh-database';
import { expectTrueCounters } from '../store/true-counters';
import { captured, many, rows, worker } from './copy-rig';

vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../settings/fake-storage');
  return { default: { storage: { local } } };
});
beforeEach(() => fakeStorage.clear());

/** A worker of a browser whose content scripts can write the copy. */
const inFirefox = (db: Parameters<typeof worker>[0], consent: boolean) =>
  worker(db, false, { hasConsent: () => Promise.resolve(consent) });

const head = () => JSON.parse(fakeStorage.texts.get('databaseId')!) as { id: string; models: number };

/** What a taken-over page writes: models that were never captured, under this id. */
async function forge(id: string, models: number): Promise<void> {
  const forged = many(models, 5_000).map((model) => packCaptured({ ...model, capturedAt: 5 }));
  const intent = { wasCrawling: true, minimumLikes: 1 };
  await fakeStorage.set({ databaseId: { id, models, chunks: 1, intent }, 'captured:0': forged });
}

describe('a second copy that a page has forged', () => {
  it.each([
    ['another id', () => 'a forged id'],
    ['the id of the database, and more models than it has', () => head().id],
  ])('with %s changes nothing in the database, and is written anew', async (_, idOf) => {
    const db = freshDatabase();
    await inFirefox(db, true).sync();
    await recordSightings(db, many(3), 7);
    await startCrawl(db, 'all', 0);
    await inFirefox(db, true).sync();
    const [before, requests] = [await rows(db), await db.requests.toArray()];
    await forge(idOf(), 50);
    await inFirefox(db, true).sync();
    expect(await rows(db)).toEqual(before);
    expect(await db.requests.toArray()).toEqual(requests);
    expect((await readOverview(db)).restored).toBeNull();
    expect(head()).toMatchObject({ id: await readState(db, 'databaseId'), models: 3 });
    const lost = freshDatabase();
    await inFirefox(lost, true).sync();
    expect(await rows(lost)).toEqual(before);
  });

  it('brings nothing into a new database before the user has agreed', async () => {
    for (const hasHead of [true, false]) {
      await forge('a forged id', 5);
      if (!hasHead) await fakeStorage.remove('databaseId');
      const db = freshDatabase();
      await inFirefox(db, false).sync();
      expect(await db.models.count()).toBe(0);
      expect(await readState(db, 'crawl')).toMatchObject({ phase: 'idle' });
    }
  });
});

describe('a database that was lost where pages can write the copy', () => {
  it('gets all captured models back once the user has agreed again', async () => {
    const db = freshDatabase();
    await inFirefox(db, true).sync();
    await recordSightings(db, many(120), 7);
    await inFirefox(db, true).sync();
    const found = freshDatabase();
    await inFirefox(found, false).sync();
    await inFirefox(found, false).sync();
    expect(await found.models.count()).toBe(0);
    await inFirefox(found, true).sync();
    expect(await rows(found)).toEqual(await rows(db));
    expect(await readOverview(found)).toMatchObject({ restored: { models: 120, lost: 0 } });
    await expectTrueCounters(found);
  });

  it('keeps its copy if an import is removed before', async () => {
    const db = freshDatabase();
    await inFirefox(db, true).sync();
    await recordSightings(db, many(3), 7);
    await inFirefox(db, true).sync();
    const found = freshDatabase();
    await inFirefox(found, false).removeImport('any');
    await inFirefox(found, true).sync();
    expect(await rows(found)).toEqual(await rows(db));
  });
});

describe('a crawl that is running while models are restored', () => {
  it('gets the restored models, and requests no complete model again', async () => {
    const db = await captured(4);
    const rolledBack = freshDatabase();
    await recordSightings(rolledBack, many(2), 7);
    await writeState(rolledBack, 'databaseId', await readState(db, 'databaseId'));
    await startCrawl(rolledBack, 'all', 0);
    await rolledBack.models.update(sighting(0).uid, { state: 'complete', isCountFresh: false });
    await rolledBack.requests.clear();
    await worker(rolledBack).sync();
    expect(await rolledBack.models.count()).toBe(4);
    const keys = (await rolledBack.requests.toArray()).map(({ uniqueKey }) => uniqueKey.split(':')[1]);
    expect([...new Set(keys)].sort()).toEqual([sighting(2).uid, sighting(3).uid].sort());
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { fakeStorage } from '../settings/fake-storage';
import { freshDatabase } from '../store/fresh-database';
import { captured, many, rows, tags, worker } from './copy-rig';

// Only the platform is faked. Imported late, because mocks are moved before all imports.
vi.mock('webextension-polyfill', async () => {
  const { fakeStorage: local } = await import('../settings/fake-storage');
  return { default: { storage: { local } } };
});
beforeEach(() => fakeStorage.clear());

describe('the second copy of captured models', () => {
  it('takes one write for a page of 100 models, and none when nothing is new', async () => {
    const db = freshDatabase();
    const copy = worker(db);
    await recordSightings(db, many(30), 0);
    await copy.sync();
    await recordSightings(db, many(100, 30), 0);
    const before = fakeStorage.writes;
    await copy.sync();
    expect(fakeStorage.writes - before).toBe(1);
    await recordSightings(db, many(130), 0);
    await copy.sync();
    expect(fakeStorage.writes - before).toBe(1);
  });

  it('adds facts learned later, and does not grow when a sighting adds none', async () => {
    const db = freshDatabase();
    await recordSightings(db, [sighting(1, { likeCount: 3 })], 0);
    await worker(db).sync();
    await recordSightings(db, [sighting(1, { tags, likeCount: 4 })], 0);
    await worker(db).sync();
    const { writes } = fakeStorage;
    for (const likeCount of [5, 6, 7]) {
      await recordSightings(db, [sighting(1, { likeCount, name: `Name ${likeCount}` })], 0);
      await worker(db).sync();
    }
    expect(fakeStorage.writes).toBe(writes);
    const found = freshDatabase();
    await worker(found).sync();
    expect(await found.models.toArray()).toMatchObject([{ tags, likeCount: 4 }]);
  });

  it('is completed at the next wake if a worker died before copying', async () => {
    const db = await captured(2);
    await recordSightings(db, many(3, 2), 7);
    await recordSightings(db, [sighting(0, { categories: tags })], 7);
    await worker(db).sync();
    const found = freshDatabase();
    await worker(found).sync();
    expect(await rows(found)).toEqual(await rows(db));
    expect((await found.models.get(sighting(0).uid))?.categories).toEqual(tags);
  });

  it('reports that it could not be written, and is completed once it can be', async () => {
    const db = await captured(2);
    await recordSightings(db, many(3), 7);
    fakeStorage.beforeWrite = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    await expect(worker(db).sync()).rejects.toThrow('QUOTA_BYTES');
    fakeStorage.beforeWrite = () => undefined;
    await worker(db).sync();
    const found = freshDatabase();
    await worker(found).sync();
    expect(await found.models.count()).toBe(3);
  });

  it('is rebuilt if it is missing, whether never made or cleared', async () => {
    const db = await captured(250);
    fakeStorage.texts.clear();
    await worker(db).sync();
    const found = freshDatabase();
    await worker(found).sync();
    expect(await rows(found)).toEqual(await rows(db));
  });

  it('is rebuilt if its last chunk cannot be read', async () => {
    const db = await captured(150);
    fakeStorage.texts.set('captured:1', '"nonsense"');
    await recordSightings(db, many(151), 7);
    await worker(db).sync();
    const found = freshDatabase();
    await worker(found).sync();
    expect(await rows(found)).toEqual(await rows(db));
  });
});

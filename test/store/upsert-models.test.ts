import { describe, expect, it } from 'vitest';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';
import { expectTrueCounters } from './true-counters';

describe('sightings', () => {
  it('count a model as new once, however often and in however many reports it is seen', async () => {
    const db = freshDatabase();
    expect(await recordSightings(db, [sighting(1), sighting(2), sighting(1)], 0)).toBe(2);
    expect(await recordSightings(db, [sighting(2), sighting(3)], 1)).toBe(1);
    expect((await db.models.toArray()).map(({ order }) => order)).toEqual([0, 1, 2]);
    await expectTrueCounters(db);
  });

  it('add to the known facts, and missing facts remove nothing', async () => {
    const db = freshDatabase();
    const tags = [{ name: 'robot', slug: 'robot' }];
    await recordSightings(db, [sighting(1, { tags, likeCount: 3 })], 0);
    await recordSightings(db, [sighting(1, { name: 'New name', categories: [] })], 1);
    expect(await db.models.toArray()).toMatchObject([
      { name: 'New name', tags, categories: [], likeCount: 3 },
    ]);
  });

  it('correct a number of views that was stored while the clock was ahead', async () => {
    const db = freshDatabase();
    const viewed = (count: number) => sighting(1, { views: { count, seenOn: null } });
    await recordSightings(db, [viewed(5)], Date.parse('2071-05-06'));
    await recordSightings(db, [viewed(7)], Date.parse('2026-05-06'));
    expect(await db.models.toArray()).toMatchObject([{ views: { count: 7, seenOn: '2026-05-06' } }]);
  });

  it('from two tabs at once lose nothing', async () => {
    const db = freshDatabase();
    const reports = [0, 1, 2, 3].map((tab) => recordSightings(db, [sighting(tab), sighting(9)], 0));
    const counts = await Promise.all(reports);
    expect(counts.reduce((sum, count) => sum + count)).toBe(5);
    await expectTrueCounters(db);
  });
});

describe('the database', () => {
  it('uses strict durability, so that an acknowledged page is on disk', () => {
    expect(freshDatabase()._options).toMatchObject({ chromeTransactionDurability: 'strict' });
  });
});

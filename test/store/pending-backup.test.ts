import { describe, expect, it } from 'vitest';
import { markCopied, readUncopied } from '../../src/store/pending-backup';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';

const labels = [{ name: 'robot', slug: 'robot' }];

describe('what the second copy lacks', () => {
  it('includes a model that gained facts while it was being copied', async () => {
    const db = freshDatabase();
    await recordSightings(db, [sighting(1)], 0);
    await recordSightings(db, [sighting(1, { tags: labels })], 0);
    const { learned } = await readUncopied(db, 1, 10);
    await recordSightings(db, [sighting(1, { categories: labels })], 0);
    await markCopied(db, learned);
    expect((await readUncopied(db, 1, 10)).learned).toMatchObject([{ tags: labels, categories: labels }]);
    await markCopied(db, (await readUncopied(db, 1, 10)).learned);
    expect(await readUncopied(db, 1, 10)).toEqual({ captured: [], learned: [] });
  });

  it('is returned in order of capture, no more at once than requested', async () => {
    const db = freshDatabase();
    await recordSightings(
      db,
      [5, 3, 9, 1].map((i) => sighting(i)),
      0,
    );
    const { captured } = await readUncopied(db, 1, 2);
    expect(captured.map(({ name }) => name)).toEqual(['Model 3', 'Model 9']);
  });

  it("includes an owner's NoAI mark, whenever it is read", async () => {
    const db = freshDatabase();
    await recordSightings(db, [sighting(1, { noAi: false, tags: labels })], 0);
    await recordSightings(db, [sighting(1, { noAi: true })], 0);
    expect((await readUncopied(db, 1, 10)).learned).toMatchObject([{ noAi: true }]);
  });

  it('includes a fact that an earlier version did not know of when it stored the model', async () => {
    const db = freshDatabase();
    await recordSightings(db, [sighting(1)], 0);
    await db.models.toCollection().modify((row) => {
      delete (row as { licence?: unknown }).licence;
      delete (row as { views?: unknown }).views;
    });
    await recordSightings(db, [sighting(1, { licence: 'CC Attribution' })], 0);
    expect((await readUncopied(db, 1, 10)).learned).toMatchObject([{ licence: 'CC Attribution' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { recordDecided } from '../../src/store/decided-settings';
import { deleteEverything } from '../../src/store/delete-everything';
import { readExclusionList, recordExclusionList } from '../../src/store/exclusion-list';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';

describe('deleting everything', () => {
  it("removes what was collected and the list of whom to leave out, and keeps the user's other decisions", async () => {
    const db = freshDatabase();
    await recordDecided(db, { consent: true, crawlDelayMs: 5_000 });
    await recordDecided(db, { crawlDelayMs: 20_000 });
    await recordExclusionList(db, { usernames: ['ada'], userUids: [], modelUids: [] });
    await recordSightings(db, [sighting(0)], 1_000);
    await deleteEverything(db, 'next');
    expect(await db.models.count()).toBe(0);
    expect((await readExclusionList(db)).usernames).toEqual([]);
    expect(await readState(db, 'decided')).toEqual({ consent: true, crawlDelayMs: 20_000 });
    expect(await readState(db, 'databaseId')).toBe('next');
  });
});

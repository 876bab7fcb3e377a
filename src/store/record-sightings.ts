import type { ModelFacts } from '../sketchfab/model-facts';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import { learn, newModelRow, type ModelRow } from './model-row';
import { requestsFor } from './requests-for';
import { readState, writeState } from './states';

/** Stores what a page showed, and returns how many of the models were new. A crawl under way takes those in. */
export function recordSightings(
  db: LikesOutDatabase,
  sightings: readonly ModelFacts[],
  now: number,
): Promise<number> {
  return db.transaction('rw', [db.models, db.states, db.requests], async () => {
    const distinct = [...new Map(sightings.map((facts) => [facts.uid, facts])).values()];
    const known = await db.models.bulkGet(distinct.map(({ uid }) => uid));
    let counters = await readState(db, 'counters');
    const firstNew = counters.models;
    const rows = distinct.map((facts, i) => {
      const before = known[i];
      const after = before ? learn(before, facts) : newModelRow(facts, counters.models, now);
      counters = recount(counters, before, after);
      return after;
    });
    await db.models.bulkPut(rows);
    await writeState(db, 'counters', counters);
    const newRows = rows.filter((row) => row.order >= firstNew);
    await joinCrawl(db, newRows);
    return newRows.length;
  });
}

async function joinCrawl(db: LikesOutDatabase, newRows: readonly ModelRow[]): Promise<void> {
  const { phase } = await readState(db, 'crawl');
  if (phase === 'idle' || phase === 'done') return;
  await db.requests.bulkPut(newRows.flatMap(requestsFor));
}

import type { ModelFacts } from '../sketchfab/model-facts';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';
import { takeInModels } from './take-in-models';

/** Stores what a page showed, and returns how many of the models were new. A crawl under way takes those in. */
export function recordSightings(
  db: LikesOutDatabase,
  sightings: readonly ModelFacts[],
  now: number,
): Promise<number> {
  return db.transaction('rw', [db.models, db.states, db.requests], async () => {
    const before = await readState(db, 'counters');
    const { counters, newModels } = await takeInModels(db, sightings, before, now);
    await writeState(db, 'counters', counters);
    return newModels;
  });
}

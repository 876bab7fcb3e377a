import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** The last measurement that was kept, whatever version of the extension kept it; `null` if there is none. */
export function readMeasurement(db: LikesOutDatabase): Promise<unknown> {
  return readState(db, 'measurement');
}

/** Keeps a measurement of the database with this id: if everything was deleted meanwhile, it belongs to nothing. */
export function keepMeasurement(
  db: LikesOutDatabase,
  databaseId: string | null,
  measurement: unknown,
): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    if ((await readState(db, 'databaseId')) === databaseId) await writeState(db, 'measurement', measurement);
  });
}

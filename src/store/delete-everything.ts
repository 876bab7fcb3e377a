import { calmHost, type HostState } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/**
 * Clears every table: models, likes, users, the queue, the key. The database gets a new id; without one it would look like
 * a lost database. Two things stay: the user's decisions, which were never collected, and the wait that the site asked
 * for, without what it was about. The list of whom to leave out is a decision too, but one that holds names of people.
 */
export function deleteEverything(db: LikesOutDatabase, databaseId: string): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    const host = await readState(db, 'host');
    const decided = await readState(db, 'decided');
    await Promise.all(db.tables.map((table) => table.clear()));
    await writeState(db, 'host', waitOf(host));
    await writeState(db, 'decided', decided);
    await writeState(db, 'databaseId', databaseId);
  });
}

function waitOf({ notBefore, claimedUntil, waitingFor, delayMs, failuresInRow }: HostState): HostState {
  return { ...calmHost, notBefore, claimedUntil, waitingFor, delayMs, failuresInRow };
}

import { calmHost, type HostState } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/**
 * Empties every table: models, likes, users, the queue, the key. As if nothing had ever been captured, under a name of
 * its own: an empty database without one would pass for one that was lost. Only what the site asked us to wait stays,
 * without a word of what it was about.
 */
export function deleteEverything(db: LikesOutDatabase, databaseId: string): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    const host = await readState(db, 'host');
    await Promise.all(db.tables.map((table) => table.clear()));
    await writeState(db, 'host', waitOf(host));
    await writeState(db, 'databaseId', databaseId);
  });
}

function waitOf({ notBefore, claimedUntil, waitingFor, delayMs, failuresInRow }: HostState): HostState {
  return { ...calmHost, notBefore, claimedUntil, waitingFor, delayMs, failuresInRow };
}

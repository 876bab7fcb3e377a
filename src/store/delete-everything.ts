import { Dexie } from 'dexie';
import { calmHost, type HostState } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** Held while everything is deleted. Towards its end the database has no id for seconds, as if it were new. */
export const deletionLock = 'deletion';

export type DeletionTools = {
  /** For as long as the browser needs to merge or to close the files of a database. */
  readonly pause: (until: 'merging' | 'closing') => Promise<void>;
  /** Runs while no page of the extension records a setting. */
  readonly whileNoPageWrites: (work: () => Promise<void>) => Promise<void>;
};

/**
 * Deletes the database: models, likes, users, the queue, the key. The new one gets an id; without one it would look like
 * a lost database. Two things stay: the user's decisions, which were never collected, and the wait that the site asked
 * for, without what it was about. The list of whom to leave out is a decision too, but one that holds names of people.
 *
 * Clearing the tables would leave their rows on the disk: Chromium's LevelDB only marks them as deleted; they stay in its
 * files until those are merged with newer ones, which for a small database may never happen. Deleting a whole database
 * merges all files with its keys, but not the one that the deletion itself writes. A second database, whose keys are in
 * that file too, is therefore deleted after it, when the first merge is over: deleted at once, it left the old file in 5 of 14
 * runs, and a second later in none of 10 (Chromium 156). The old files go when the browser opens what is left, which needs
 * another moment without a connection. Pages close theirs by themselves, as Dexie does when a database is deleted elsewhere, and
 * show the old numbers until the new database is written to.
 *
 * If the worker dies in between, the database is as new: it asks for consent again where the settings cannot be closed.
 */
export async function deleteEverything(
  db: LikesOutDatabase,
  databaseId: string,
  { pause, whileNoPageWrites }: DeletionTools,
): Promise<void> {
  const second = new Dexie(`${db.name}-deleting`);
  second.version(1).stores({ rows: '' });
  await second.table('rows').put(true, 1);
  let [host, decided]: [HostState, Readonly<Record<string, unknown>>] = [calmHost, {}];
  await whileNoPageWrites(async () => {
    [host, decided] = await Promise.all([readState(db, 'host'), readState(db, 'decided')]);
    await db.delete({ disableAutoOpen: false });
  });
  await pause('merging');
  await second.delete();
  await pause('closing');
  await db.transaction('rw', db.states, async () => {
    await writeState(db, 'host', waitOf(host));
    // A page may have written to the new database since.
    await writeState(db, 'decided', { ...decided, ...(await readState(db, 'decided')) });
    await writeState(db, 'databaseId', databaseId);
  });
}

function waitOf({ notBefore, claimedUntil, waitingFor, delayMs, failuresInRow }: HostState): HostState {
  return { ...calmHost, notBefore, claimedUntil, waitingFor, delayMs, failuresInRow };
}

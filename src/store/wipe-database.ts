import { Dexie } from 'dexie';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/**
 * Removes what a cleared database leaves on the disk. Chromium's LevelDB only marks rows as deleted; they stay in its files
 * until those are merged with newer ones, which for a small database may never happen. Deleting a whole database merges all
 * files with its keys, but not the one that the deletion itself writes. A second database, whose keys are in that file
 * too, is therefore deleted after it. The old files go when the browser opens what is left, which needs a moment without
 * a connection. Pages close theirs by themselves, as Dexie does when a database is deleted elsewhere.
 *
 * If the worker dies in between, the database is as new: it asks for consent again where the settings cannot be closed.
 */
export async function wipeDatabase(db: LikesOutDatabase, pause: () => Promise<void>): Promise<void> {
  const [host, decided, databaseId] = await Promise.all([
    readState(db, 'host'),
    readState(db, 'decided'),
    readState(db, 'databaseId'),
  ]);
  const second = new Dexie(`${db.name}-wiping`);
  second.version(1).stores({ rows: '' });
  await second.table('rows').put(true, 1);
  await db.delete({ disableAutoOpen: false });
  await second.delete();
  await pause();
  await db.transaction('rw', db.states, async () => {
    await writeState(db, 'host', host);
    await writeState(db, 'decided', decided);
    await writeState(db, 'databaseId', databaseId);
  });
}

import type { LikesOutDatabase } from './database';
import { writeState } from './states';

/**
 * Empties every table: models, likes, users, the queue, the key. As if nothing had ever been captured, under a name of
 * its own: an empty database without one would pass for one that was lost.
 */
export function deleteEverything(db: LikesOutDatabase, epoch: string): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
    await writeState(db, 'epoch', epoch);
  });
}

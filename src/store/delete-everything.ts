import type { LikesOutDatabase } from './database';

/** Empties every table: models, likes, users, the queue, the key. As if nothing had ever been captured. */
export function deleteEverything(db: LikesOutDatabase): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
}

import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** Remembers what a page of the extension wrote into `storage.local`. */
export function recordDecided(
  db: LikesOutDatabase,
  changed: Readonly<Record<string, unknown>>,
): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    await writeState(db, 'decided', { ...(await readState(db, 'decided')), ...changed });
  });
}

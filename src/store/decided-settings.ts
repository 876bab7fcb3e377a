import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** Remembers the settings that a page of the extension has written to `storage.local`. */
export function recordDecided(
  db: LikesOutDatabase,
  changed: Readonly<Record<string, unknown>>,
): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    await writeState(db, 'decided', { ...(await readState(db, 'decided')), ...changed });
  });
}

import { readStoredSettings } from '../../settings/browser-settings';
import { canCloseStorage } from '../../settings/close-storage';
import { effectiveSettings } from '../../settings/effective-settings';
import type { Settings } from '../../settings/settings';
import type { LikesOutDatabase } from '../../store/database';
import { readState } from '../../store/states';

// A database may hang, behind an old page that keeps it open.
const patienceMs = 2_000;

/** The settings that count. Without the database, whose failure the page shows by itself, nothing is remembered. */
export async function readSettings(db: LikesOutDatabase): Promise<Settings> {
  const nothing = new Promise<Readonly<Record<string, unknown>>>((resolve) =>
    setTimeout(() => resolve({}), patienceMs),
  );
  const decided = readState(db, 'decided').catch(() => ({}));
  return effectiveSettings(
    await readStoredSettings(),
    await Promise.race([decided, nothing]),
    canCloseStorage(),
  );
}

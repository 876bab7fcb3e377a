import { readStoredSettings } from '../../settings/browser-settings';
import { canCloseStorage } from '../../settings/close-storage';
import { effectiveSettings } from '../../settings/effective-settings';
import type { Settings } from '../../settings/settings';
import type { LikesOutDatabase } from '../../store/database';
import { readState } from '../../store/states';

// An old page may hold the database open and block this one.
const patienceMs = 2_000;

/** The settings that apply. If the database fails or is slow, which the page reports elsewhere, none of them is confirmed. */
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

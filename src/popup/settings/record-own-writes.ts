import browser from 'webextension-polyfill';
import { settingNames } from '../../settings/settings';
import type { LikesOutDatabase } from '../../store/database';
import { recordDecided } from '../../store/decided-settings';

/**
 * From now on the database remembers every setting that this page writes into `storage.local`. Content scripts write
 * there as well where the browser lets them, and an event does not say who wrote. What nobody remembers does not count:
 * see `effectiveSettings`.
 */
export function recordOwnWrites(db: LikesOutDatabase): void {
  const { local } = browser.storage;
  const set = local.set.bind(local);
  local.set = async (items) => {
    const settings = Object.entries(items).filter(([key]) => isSetting(key));
    // First, as whoever hears of the change reads both.
    if (settings.length > 0) await recordDecided(db, Object.fromEntries(settings));
    await set(items);
  };
}

const isSetting = (key: string): boolean => (settingNames as readonly string[]).includes(key);

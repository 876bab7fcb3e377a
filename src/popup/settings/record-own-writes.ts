import browser from 'webextension-polyfill';
import { settingNames } from '../../settings/settings';
import type { LikesOutDatabase } from '../../store/database';
import { recordDecided } from '../../store/decided-settings';

/**
 * Records in the database every setting that this page writes into `storage.local` from now on. In some browsers content
 * scripts can write there, too, and events do not say who wrote. What is not recorded does not count: see
 * `effectiveSettings`.
 */
export function recordOwnWrites(db: LikesOutDatabase): void {
  const { local } = browser.storage;
  const set = local.set.bind(local);
  local.set = async (items) => {
    const settings = Object.entries(items).filter(([key]) => isSetting(key));
    // First, because listeners of the change read both.
    if (settings.length > 0) await recordDecided(db, Object.fromEntries(settings));
    await set(items);
  };
}

const isSetting = (key: string): boolean => (settingNames as readonly string[]).includes(key);

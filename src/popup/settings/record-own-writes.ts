import browser from 'webextension-polyfill';
import { optionsKey } from '../../settings/options-key';
import { settingNames } from '../../settings/settings';
import type { LikesOutDatabase } from '../../store/database';
import { recordDecided } from '../../store/decided-settings';
import { recordExclusionList } from '../../store/exclusion-list';
import { statedExclusions } from '../dataset/options';

type Items = Record<string, unknown>;

/**
 * Records in the database every setting that this page writes into `storage.local` from now on, and whom to leave out of
 * datasets. In some browsers content scripts can write there, too, and events do not say who wrote. What is not recorded
 * does not count: see `effectiveSettings` and `mergeExclusions`. `exclusively` is `withSettingsLock`.
 */
export function recordOwnWrites(
  db: LikesOutDatabase,
  exclusively: (work: () => Promise<void>) => Promise<void>,
): void {
  const { local } = browser.storage;
  const set = local.set.bind(local);
  local.set = (items: Items) =>
    exclusively(async () => {
      // First, because listeners of the change read both.
      await recordSettings(db, items);
      await recordExclusions(db, items[optionsKey]);
      await set(items);
    });
}

async function recordSettings(db: LikesOutDatabase, items: Items): Promise<void> {
  const settings = Object.entries(items).filter(([key]) => isSetting(key));
  if (settings.length > 0) await recordDecided(db, Object.fromEntries(settings));
}

async function recordExclusions(db: LikesOutDatabase, stored: unknown): Promise<void> {
  const excluded = statedExclusions(stored);
  if (excluded) await recordExclusionList(db, excluded);
}

const isSetting = (key: string): boolean => (settingNames as readonly string[]).includes(key);

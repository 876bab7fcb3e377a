import browser from 'webextension-polyfill';
import { canCloseStorage } from './close-storage';

/**
 * Removes what deleted values leave on the disk. Chromium's LevelDB keeps them in its log; only `clear` deletes its files.
 * Both calls are made at once and carried out in this order, so no reader finds the settings gone, and the worker
 * may end in between.
 */
export async function wipeStorage(): Promise<void> {
  if (!canCloseStorage()) return; // not Chromium
  const { local } = browser.storage;
  const kept = await local.get(null);
  await Promise.all([local.clear(), local.set(kept)]);
}

import browser from 'webextension-polyfill';
import { canCloseStorage } from './close-storage';

/** Removes what deleted values leave on the disk. */
export function wipeStorage(): Promise<void> {
  return canCloseStorage() ? clearStorage() : overwriteStorage();
}

/**
 * Chromium's LevelDB keeps them in its log; only `clear` deletes its files. Both calls are made at once and carried out in
 * this order, so no reader finds the settings gone, and the worker may end in between.
 */
async function clearStorage(): Promise<void> {
  const { local } = browser.storage;
  const kept = await local.get(null);
  await Promise.all([local.clear(), local.set(kept)]);
}

/**
 * Firefox's SQLite gives back whole pages, and keeps deleted values in the unused part of a page of 4 kB that still has
 * others. So many small values that they fill several pages leave no unused part.
 */
async function overwriteStorage(): Promise<void> {
  const { local } = browser.storage;
  const names = Array.from({ length: 400 }, (_, index) => `overwriting:${index}`);
  await local.set(Object.fromEntries(names.map((name) => [name, crypto.randomUUID()])));
  await local.remove(names);
}

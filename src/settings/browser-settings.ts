import browser from 'webextension-polyfill';
import { settingNames, type Settings } from './settings';

/** As they are stored, unchecked: `effectiveSettings` says what of it counts. */
export function readStoredSettings(): Promise<Record<string, unknown>> {
  return browser.storage.local.get(settingNames);
}

export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changed);
}

/** Calls back after every change of a setting, whoever made it; returns the way to stop. */
export function watchSettings(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && settingNames.some((name) => name in changes)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

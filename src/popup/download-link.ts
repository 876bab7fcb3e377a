import browser from 'webextension-polyfill';

const tabView = 'src/popup/index.html?view=tab';
const hash = /^#download=([0-9a-f-]{36})$/;
const storageKey = 'downloadToken';

/**
 * The address of a tab that starts the export. Valid once: any extension can open our pages by address, and only the user
 * may start a download.
 */
export async function createDownloadLink(): Promise<string> {
  const token = crypto.randomUUID();
  // In `storage.session`, which no page and no content script can read.
  await browser.storage.session.set({ [storageKey]: token });
  return browser.runtime.getURL(`${tabView}#download=${token}`);
}

/** Whether this page was opened by such a link. Asking uses the link up. */
export async function takeDownloadLink(address: Location): Promise<boolean> {
  const token = hash.exec(address.hash)?.[1];
  if (token === undefined) return false;
  const known = (await browser.storage.session.get(storageKey))[storageKey];
  if (known !== token) return false;
  await browser.storage.session.remove(storageKey);
  return true;
}

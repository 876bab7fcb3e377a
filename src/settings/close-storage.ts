import browser from 'webextension-polyfill';

type Closable = { readonly setAccessLevel?: (to: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/** Chromium 102 and later can close `storage.local` to content scripts; Firefox 153 cannot. Missing in the polyfill's types. */
const local = browser.storage.local as object as Closable;

export const canCloseStorage = (): boolean => local.setAccessLevel !== undefined;

/**
 * Closes `storage.local` to everything but the worker and the pages of the extension: a compromised renderer has the access
 * of a content script. Resolves with whether it is closed.
 */
export async function closeStorage(): Promise<boolean> {
  if (!local.setAccessLevel) return false;
  await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  return true;
}

import browser from 'webextension-polyfill';

type Closable = { readonly setAccessLevel?: (to: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

// Not in the polyfill's types.
/** Chromium 102 and newer can close `storage.local` to content scripts; Firefox (seen in 153) cannot. */
const local = browser.storage.local as object as Closable;

export const canCloseStorage = (): boolean => local.setAccessLevel !== undefined;

/**
 * Leaves `storage.local` to the worker and the pages of the extension: a renderer that was taken over speaks with the
 * voice of a content script. Resolves with whether it is closed.
 */
export async function closeStorage(): Promise<boolean> {
  if (!local.setAccessLevel) return false;
  await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  return true;
}

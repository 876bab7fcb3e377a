import browser from 'webextension-polyfill';

/**
 * Whether the extension was updated or removed under this page. The script lives on with nobody to talk to: its
 * runtime loses the id, or is gone as a whole, whatever the types say.
 */
export function isOrphaned(): boolean {
  const { runtime } = browser as { readonly runtime?: { readonly id?: string } };
  return runtime?.id === undefined;
}

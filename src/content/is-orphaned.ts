import browser from 'webextension-polyfill';

/**
 * Whether the extension was updated or removed while this page was open. The script lives on without a worker to talk to;
 * `runtime` has lost its id or is undefined, whatever the types say.
 */
export function isOrphaned(): boolean {
  const { runtime } = browser as { readonly runtime?: { readonly id?: string } };
  return runtime?.id === undefined;
}

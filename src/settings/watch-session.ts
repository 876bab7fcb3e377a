import browser from 'webextension-polyfill';

/** Calls back after changes of these keys in `storage.session`. Returns a function that stops watching. */
export function watchSession(isWatched: (key: string) => boolean, onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.keys(changes).some(isWatched)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

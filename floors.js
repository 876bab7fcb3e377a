/**
 * The house as a table: which floor of `src` may import which, what is closed to pure floors, and where each
 * library lives. ESLint holds it (eslint.config.js), test/floors.test.ts holds ESLint, docs/architecture.md draws it.
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
export const mayImport = {
  sketchfab: [],
  crawl: ['sketchfab'],
  dataset: ['sketchfab'],
  recommend: [],
  messaging: ['sketchfab'],
  settings: ['sketchfab'],
  store: ['sketchfab', 'crawl', 'dataset'],
  background: ['sketchfab', 'crawl', 'store', 'messaging', 'settings'],
  content: ['sketchfab', 'messaging', 'settings'],
  popup: ['sketchfab', 'dataset', 'store', 'messaging', 'settings'],
};

/** Floors that are handed what they need and touch neither browser, network nor database. */
export const pure = ['sketchfab', 'crawl', 'dataset', 'recommend'];

/** Globals that pure floors must not see; `globalThis` and its kin would let any of them back in. */
export const world = [
  'browser',
  'chrome',
  'fetch',
  'indexedDB',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
  'sessionStorage',
  'setTimeout',
  'setInterval',
  'globalThis',
  'self',
  'window',
  'frames',
  'top',
  'parent',
  'document',
  'navigator',
  'caches',
  'EventSource',
  'BroadcastChannel',
];

/**
 * Libraries with one home, or several.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const homes = {
  dexie: ['store'],
  hyparquet: ['dataset'],
  jszip: ['dataset'],
  'hyparquet-writer': ['dataset'],
  preact: ['popup'],
  'robots-parser': ['crawl'],
  '@noble/hashes': ['dataset', 'crawl', 'recommend'],
  '@scure/bip39': ['dataset'],
  'webextension-polyfill': ['messaging', 'settings', 'background', 'content', 'popup'],
};

/**
 * The architecture as a table: which layer of `src` may import which, what is closed to pure layers, and where each
 * library lives. ESLint enforces it (eslint.config.js), test/repository/layers.test.ts tests
 * that, and docs/architecture.md documents it.
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
export const mayImport = {
  sketchfab: [],
  i18n: [],
  crawl: ['sketchfab'],
  dataset: ['sketchfab'],
  recommend: [],
  models: ['sketchfab', 'crawl', 'dataset'],
  messaging: ['sketchfab', 'crawl'],
  settings: ['sketchfab'],
  store: ['sketchfab', 'crawl', 'dataset'],
  workers: ['sketchfab', 'dataset', 'recommend', 'models', 'store', 'messaging'],
  background: ['sketchfab', 'i18n', 'crawl', 'store', 'messaging', 'settings'],
  content: ['sketchfab', 'messaging'],
  popup: [
    'sketchfab',
    'i18n',
    'crawl',
    'dataset',
    'recommend',
    'models',
    'store',
    'workers',
    'messaging',
    'settings',
  ],
};

/** Layers that are handed what they need and touch neither browser, network, database nor clock. */
export const pure = ['sketchfab', 'i18n', 'crawl', 'dataset', 'recommend', 'models'];

/** Layers whose sentences a person reads: they take them from public/_locales, and hold no text of their own. */
export const worded = ['background', 'content', 'popup'];

/** Globals that pure layers must not see; `globalThis` and its kin would let any of them back in. */
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
  'performance',
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
  '@zxcvbn-ts/core': ['dataset'],
  '@zxcvbn-ts/language-common': ['dataset'],
  'webextension-polyfill': ['messaging', 'settings', 'background', 'content', 'popup'],
};

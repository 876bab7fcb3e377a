import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** The table of the design, repeated on purpose, because layers.js is what is tested. */
const table: Readonly<Record<string, string>> = {
  sketchfab: '',
  i18n: '',
  settings: 'sketchfab',
  crawl: 'sketchfab',
  dataset: 'sketchfab',
  recommend: '',
  models: 'sketchfab crawl dataset',
  messaging: 'sketchfab crawl',
  store: 'sketchfab crawl dataset',
  background: 'sketchfab i18n crawl store messaging settings',
  content: 'sketchfab messaging',
  popup: 'sketchfab i18n crawl dataset recommend models store workers messaging settings',
  workers: 'sketchfab dataset recommend models store messaging',
};
const layers = Object.keys(table);
const pureLayers = ['sketchfab', 'i18n', 'crawl', 'dataset', 'recommend', 'models'];
const libraryHomes: Readonly<Record<string, string>> = {
  dexie: 'store',
  hyparquet: 'dataset',
  jszip: 'dataset',
  preact: 'popup',
  'preact/hooks': 'popup',
  'jszip/lib/index.js': 'dataset',
  '@noble/hashes/hmac.js': 'dataset crawl recommend',
  'webextension-polyfill': 'messaging settings background content popup',
};

const eslint = new ESLint({ cwd: root });

/**
 * The rules that each line breaks. The probe borrows the name of an existing file, so that types are known as they
 * are for real code; the file itself is left alone.
 */
async function lint(layer: string, lines: readonly string[]): Promise<string[][]> {
  const [result] = await eslint.lintText(lines.join('\n'), { filePath: modulesOf(layer)[0]! });
  const fatal = result?.messages.find((message) => message.fatal);
  if (!result || fatal) throw new Error(`the probe was not read: ${fatal?.message ?? 'ignored'}`);
  return lines.map((_, index) =>
    result.messages.filter((message) => message.line === index + 1).map((message) => message.ruleId ?? ''),
  );
}

const pathRule = 'import-x/no-restricted-paths';
const libraryRule = '@typescript-eslint/no-restricted-imports';
const importRules = [pathRule, libraryRule];

const isModule = (name: string) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts');

/** The paths of the modules of a layer. Probes borrow the name of the first. */
function modulesOf(layer: string): string[] {
  const folder = join(root, 'src', layer);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isModule).sort();
  if (names.length === 0) throw new Error(`src/${layer} has no module to lend its name`);
  return names.map((name) => join(folder, name));
}

const fromProbe = (layer: string, path: string) => {
  const steps = relative(dirname(modulesOf(layer)[0]!), path).replace(/\.tsx?$/, '');
  return steps.startsWith('.') ? steps : `./${steps}`;
};

/** Every way to write an import of a module that exists. */
function waysToImport(layer: string, other: string): string[] {
  const module = modulesOf(other)[0]!;
  const path = fromProbe(layer, module);
  return [
    `import { a } from '${path}';`,
    `import type { A } from '${path}';`,
    `export { b } from '${path}';`,
    `import '${path}';`,
  ];
}
const isListed = (list: string | undefined, name: string) => list?.split(' ').includes(name) ?? false;

beforeAll(async () => {
  // The first probe is slow, because it reads the whole project.
  await lint('sketchfab', ['export {};']);
}, 120_000);

describe('the layers of src', () => {
  it('are exactly the folders of src', () => {
    const present = readdirSync(join(root, 'src'));
    expect(present.filter((name) => name !== 'tsconfig.json').sort()).toEqual([...layers].sort());
  });

  it.each(layers)('%s may import exactly the layers that the design lists', async (layer) => {
    const others = layers.filter((other) => other !== layer);
    const found = await lint(
      layer,
      others.flatMap((other) => waysToImport(layer, other)),
    );
    const opened = others.filter((_, at) =>
      found.slice(at * 4, at * 4 + 4).some((ids) => !ids.some((id) => importRules.includes(id))),
    );
    expect(opened.sort()).toEqual(table[layer]!.split(' ').filter(Boolean).sort());
  });

  it.each(layers)('%s may import its own modules, whatever their folders are called', async (layer) => {
    const own = modulesOf(layer).slice(0, 20);
    const found = await lint(
      layer,
      own.map((module, at) => `import { a${at} } from '${fromProbe(layer, module)}';`),
    );
    expect(found.flat().filter((id) => importRules.includes(id))).toEqual([]);
  });

  it.each(layers)('%s may not import the tools beside src', async (layer) => {
    const tools = ['practice/ledger', 'scripts/setup.mjs', 'test/cases/leap', 'bench/crawl'];
    const found = await lint(
      layer,
      tools.map((tool) => `import '${fromProbe(layer, join(root, tool))}';`),
    );
    expect(found.filter((ids) => !ids.includes(pathRule))).toEqual([]);
  });

  it('may not import each other in a circle', async () => {
    // like-matrix imports uint32-list, which this probe replaces.
    const [result] = await eslint.lintText(
      `import { rowOf } from '../likes/like-matrix';\nexport const numberAt = rowOf;`,
      { filePath: join(root, 'src/dataset/columns/uint32-list.ts') },
    );
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('import-x/no-cycle');
  });
});

describe('libraries', () => {
  it.each(layers)('%s may import only its own libraries', async (layer) => {
    const libraries = Object.keys(libraryHomes);
    const found = await lint(
      layer,
      libraries.map((library) => `import '${library}';`),
    );
    const open = libraries.filter((_, at) => !found[at]!.includes(libraryRule));
    expect(open).toEqual(libraries.filter((library) => isListed(libraryHomes[library], layer)));
  });
});

describe('a pure layer', () => {
  const worldly = 'browser chrome fetch indexedDB globalThis self window document setTimeout'.split(' ');
  const reachAround = 'top parent frames navigator caches localStorage XMLHttpRequest WebSocket'.split(' ');

  it.each(pureLayers)('%s sees no browser, network, database or clock', async (layer) => {
    const names = [...worldly, ...reachAround];
    const found = await lint(
      layer,
      names.map((name) => `export const my_${name} = ${name};`),
    );
    expect(names.filter((_, at) => !found[at]!.includes('no-restricted-globals'))).toEqual([]);
  });

  it.each(pureLayers)('%s reads no clock of its own', async (layer) => {
    const lines = [
      'export const one = Date.now();',
      'export const other = new Date();',
      'performance.now();',
    ];
    for (const rules of await lint(layer, lines)) expect(rules.join()).toMatch(/no-restricted/);
    const given = await lint(layer, ['export const day = (moment: number) => new Date(moment);']);
    expect(given.flat()).toEqual([]);
  });

  it('may name a value of its own like a global', async () => {
    const found = await lint('crawl', ['export const run = (fetch: () => number) => fetch();']);
    expect(found.flat()).not.toContain('no-restricted-globals');
  });

  it.each(layers.filter((layer) => !pureLayers.includes(layer)))(
    'is not the kind of layer that %s is',
    async (layer) => {
      const found = await lint(layer, ['export const ask = fetch;']);
      expect(found.flat()).not.toContain('no-restricted-globals');
    },
  );
});

describe('ways around the import rule', () => {
  it.each(layers)('are closed in %s', async (layer) => {
    const ways = [
      `export const load = () => import('../settings/settings');`,
      `export type Hidden = import('../settings/settings').Settings;`,
      `export const all = import.meta.glob('../store/*.ts');`,
      `export * from './module';`,
    ];
    const found = await lint(layer, ways);
    expect(ways.filter((_, at) => !found[at]!.includes('no-restricted-syntax'))).toEqual([]);
  });

  it.each(layers)('are no files of its own that it loads later, in the popup alone: %s', async (layer) => {
    const ways = [`export const own = () => import('./own');`, `export const named = () => import(name);`];
    const found = await lint(layer, ways);
    const isRefused = found.map((ids) => ids.includes('no-restricted-syntax'));
    expect(isRefused).toEqual([layer !== 'popup', true]);
  });

  it('are not opened by a comment: lint reports unused directives', async () => {
    const [result] = await eslint.lintText('// eslint-disable-next-line eqeqeq\nexport {};', {
      filePath: join(root, 'src/crawl/crawl-state.ts'),
    });
    expect(result?.messages.map((message) => message.message).join()).toContain('Unused eslint-disable');
  });
});

describe('recommend', () => {
  it('uses no function whose last bits differ between engines', async () => {
    const inexact = ['Math.log(2)', 'Math.pow(2, 3)', '2 ** 3', 'Math.random()'];
    const lines = [...inexact, 'Math.sqrt(2)'].map((value, at) => `export const a${at} = ${value};`);
    const found = await lint('recommend', lines);
    const isRefused = found.map((ids) => ids.some((id) => id.startsWith('no-restricted-')));
    expect(isRefused).toEqual([true, true, true, true, false]);
  });
});

describe('a lost promise', () => {
  const floating = '@typescript-eslint/no-floating-promises';

  it('of the database is caught', async () => {
    const found = await lint('store', [
      `import { Dexie } from 'dexie';`,
      `const rows = new Dexie('probe').table('rows');`,
      `export function lose() { rows.put({ a: 1 }); }`,
      `export function hide() { void rows.clear(); }`,
      `export async function keep() { await rows.put({ a: 2 }); }`,
    ]);
    expect(found.map((ids) => ids.includes(floating))).toEqual([false, false, true, true, false]);
  });

  it("of the browser's storage is caught", async () => {
    const found = await lint('settings', [
      `import browser from 'webextension-polyfill';`,
      `export function lose() { browser.storage.local.set({ consent: true }); }`,
      `export function hide() { void browser.storage.local.clear(); }`,
      `export async function keep() { await browser.storage.local.set({ consent: true }); }`,
    ]);
    expect(found.map((ids) => ids.includes(floating))).toEqual([false, true, true, false]);
  });
});

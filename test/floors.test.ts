import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/root.mjs';

/** The table of the design, written a second time on purpose: floors.js is what is examined here. */
const table: Readonly<Record<string, string>> = {
  sketchfab: '',
  settings: 'sketchfab',
  crawl: 'sketchfab',
  dataset: 'sketchfab',
  recommend: '',
  messaging: 'sketchfab',
  store: 'sketchfab crawl dataset',
  background: 'sketchfab crawl store messaging settings',
  content: 'sketchfab messaging settings',
  popup: 'sketchfab dataset store messaging settings',
};
const floors = Object.keys(table);
const pureFloors = ['sketchfab', 'crawl', 'dataset', 'recommend'];
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
 * The rules that each line breaks. The probe is read under the name of a file that is there, so that types are
 * known as they are for real code; the file itself is left alone.
 */
async function lint(floor: string, lines: readonly string[]): Promise<string[][]> {
  const folder = join(root, 'src', floor);
  const file = readdirSync(folder).find((name) => /\.tsx?$/.test(name));
  if (!file) throw new Error(`src/${floor} holds no file to lend its name`);
  const [result] = await eslint.lintText(lines.join('\n'), { filePath: join(folder, file) });
  const fatal = result?.messages.find((message) => message.fatal);
  if (!result || fatal) throw new Error(`the probe was not read: ${fatal?.message ?? 'ignored'}`);
  return lines.map((_, index) =>
    result.messages.filter((message) => message.line === index + 1).map((message) => message.ruleId ?? ''),
  );
}

const importRule = '@typescript-eslint/no-restricted-imports';
const isListed = (list: string | undefined, name: string) => list?.split(' ').includes(name) ?? false;

beforeAll(async () => {
  // The first probe pays for reading the whole project.
  await lint('sketchfab', ['export {};']);
}, 120_000);

describe('the floors of src', () => {
  it('are the folders that are there, and nothing lies beside them', () => {
    const present = readdirSync(join(root, 'src'));
    expect(present.filter((name) => name !== 'tsconfig.json').sort()).toEqual([...floors].sort());
  });

  it.each(floors)('%s imports what the design lists and no other floor', async (floor) => {
    const others = floors.filter((other) => other !== floor);
    const ways = (other: string) => [
      `import { a } from '../${other}/room';`,
      `import type { A } from '../../${other}/deeper/room';`,
      `import '../${other}';`,
      `export { b } from '../${other}/room';`,
      `import { c } from '../../src/${other}/room';`,
      `import { d } from '/src/${other}/room';`,
    ];
    const found = await lint(floor, others.flatMap(ways));
    const opened = others.filter((_, at) =>
      found.slice(at * 6, at * 6 + 6).some((ids) => !ids.includes(importRule)),
    );
    expect(opened.sort()).toEqual(table[floor]!.split(' ').filter(Boolean).sort());
  });

  it.each(floors)('%s imports its own rooms, whatever they are named', async (floor) => {
    const found = await lint(floor, [`import { a } from './room';`, `import { b } from '../room';`]);
    expect(found.flat()).not.toContain(importRule);
  });

  it.each(floors)('%s imports no tool of the house', async (floor) => {
    const tools = ['practice/site', 'scripts/setup.mjs', 'test/world', 'bench/run'];
    const found = await lint(
      floor,
      tools.map((tool) => `import '../../${tool}';`),
    );
    expect(found.filter((ids) => !ids.includes(importRule))).toEqual([]);
  });
});

describe('libraries', () => {
  it.each(floors)('%s imports only those that live there', async (floor) => {
    const libraries = Object.keys(libraryHomes);
    const found = await lint(
      floor,
      libraries.map((library) => `import '${library}';`),
    );
    const open = libraries.filter((_, at) => !found[at]!.includes(importRule));
    expect(open).toEqual(libraries.filter((library) => isListed(libraryHomes[library], floor)));
  });
});

describe('a pure floor', () => {
  const worldly = [
    'browser',
    'chrome',
    'fetch',
    'indexedDB',
    'globalThis',
    'self',
    'window',
    'document',
    'setTimeout',
  ];
  const reachAround = [
    'top',
    'parent',
    'frames',
    'navigator',
    'caches',
    'localStorage',
    'XMLHttpRequest',
    'WebSocket',
  ];

  it.each(pureFloors)('%s sees no browser, network, database or clock', async (floor) => {
    const names = [...worldly, ...reachAround];
    const found = await lint(
      floor,
      names.map((name) => `export const my_${name} = ${name};`),
    );
    expect(names.filter((_, at) => !found[at]!.includes('no-restricted-globals'))).toEqual([]);
  });

  it('may name a value of its own as the browser names its', async () => {
    const found = await lint('crawl', ['export const run = (fetch: () => number) => fetch();']);
    expect(found.flat()).not.toContain('no-restricted-globals');
  });

  it.each(floors.filter((floor) => !pureFloors.includes(floor)))('is not what %s is', async (floor) => {
    const found = await lint(floor, ['export const ask = fetch;']);
    expect(found.flat()).not.toContain('no-restricted-globals');
  });
});

describe('ways around the import rule', () => {
  it.each(floors)('are closed in %s', async (floor) => {
    const ways = [
      `export const load = () => import('../settings/settings');`,
      `export type Hidden = import('../settings/settings').Settings;`,
      `export const all = import.meta.glob('../store/*.ts');`,
      `export * from './room';`,
    ];
    const found = await lint(floor, ways);
    expect(ways.filter((_, at) => !found[at]!.includes('no-restricted-syntax'))).toEqual([]);
  });

  it('are not opened by a comment: the lint itself reports what it leaves unused', async () => {
    const [result] = await eslint.lintText('// eslint-disable-next-line eqeqeq\nexport {};', {
      filePath: join(root, 'src/crawl/crawl-state.ts'),
    });
    expect(result?.messages.map((message) => message.message).join()).toContain('Unused eslint-disable');
  });
});

describe('recommend', () => {
  it('uses no function whose last bits differ between engines', async () => {
    const found = await lint('recommend', [
      'export const a = Math.log(2);',
      'export const b = Math.pow(2, 3);',
      'export const c = (x: number) => x ** 2;',
      'export const d = Math.random();',
      'export const e = Math.sqrt(2);',
    ]);
    expect(found.map((ids) => ids.some((id) => id.startsWith('no-restricted-')))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
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

import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { parquetReadObjects } from 'hyparquet';
import { v3DetailJson } from '../../practice/api/model-json';
import { captured, capturedAlone, firstPage, modelsOfFirstPage, withNotCrawled } from './support/captured';
import type { Chromium } from './support/chromium';
import { readDescriptor } from './support/expect-dataset';
import { expectCaptured, saved } from './support/firefox-popup';
import { expect, test } from './support/fixtures';
import { button, download, status } from './support/popup';
import { unpack } from './support/unpack';

declare const trustedTypes: {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
};

/** What an injected script could try; the result has the name of each error, or "done". */
function tryDoors(): Record<string, string> {
  const script = [...document.scripts][0]!.src;
  const pass = { createScriptURL: (url: string) => url };
  const doors: Record<string, () => unknown> = {
    'a worker of a plain address': () => new Worker(script, { type: 'module' }),
    'the same policy once more': () => trustedTypes.createPolicy('dataset-worker', pass),
    'a policy of another name': () => trustedTypes.createPolicy('other', pass),
    'the default policy': () => trustedTypes.createPolicy('default', pass),
    'a script element': () => (document.createElement('script').src = script),
    markup: () => (document.createElement('p').innerHTML = '<b>x</b>'),
  };
  return Object.fromEntries(
    Object.entries(doors).map(([name, open]) => {
      try {
        open();
        return [name, 'done'];
      } catch (error) {
        return [name, (error as Error).name];
      }
    }),
  );
}

const allShut = {
  'a worker of a plain address': 'TypeError',
  'the same policy once more': 'TypeError',
  'a policy of another name': 'TypeError',
  'the default policy': 'TypeError',
  'a script element': 'TypeError',
  markup: 'TypeError',
};

const items = 'parquet/items.parquet';
const dayOf = (moment: Date) => new Date(moment.toISOString().slice(0, 10));

test.describe('an export', () => {
  test('has the facts of every model as the site gives them', async ({ chromium, practice }) => {
    const { world } = practice;
    const popup = await captured(chromium);
    const days = [dayOf(new Date())];
    await button(popup, 'Crawl all').click();
    await expect(status(popup)).toContainText(/done/i, { timeout: 60_000 });
    days.push(dayOf(new Date()));
    const file = Uint8Array.from((await unpack(await download(popup))).get(items)!).buffer;
    const rows = await parquetReadObjects({ file });
    const site = 'https://sketchfab.com';
    const expected = modelsOfFirstPage(world).map((model) => {
      const { faceCount, license } = v3DetailJson(world, model, { origin: site, site });
      const { uid, publishedAt, viewCount } = model;
      return [uid, dayOf(publishedAt), viewCount, faceCount, license.label];
    });
    const columns = ['item_id', 'published_on', 'views', 'faces', 'licence'];
    expect(rows.map((row) => columns.map((name) => row[name] as unknown)).sort()).toEqual(expected.sort());
    expect(new Set(rows.map(({ licence }) => licence as unknown)).size).toBe(3);
    for (const { views_seen_on: seenOn } of rows) expect(days).toContainEqual(seenOn);
  });

  test('is written by a worker of the page, and other script addresses are refused', async ({ chromium }) => {
    const popup = await capturedAlone(chromium);
    // As text, because the test runner wraps functions in its own helpers.
    expect(await popup.evaluate(`globalThis.__name = (it) => it; (${tryDoors.toString()})()`)).toEqual(
      allShut,
    );
    const starting = popup.waitForEvent('worker');
    const zip = await download(popup);
    const worker = await starting;
    expect(worker.url()).toMatch(/^chrome-extension:\/\/\w+\/assets\/coordinator-worker-[\w-]+\.js$/);
    expect((await readDescriptor(zip)).likesOut.notComplete).toHaveLength(24);
    await expect.poll(() => popup.workers()).toEqual([]);
  });

  test('that is cancelled midway ends with its worker, and another can start', async ({ chromium }) => {
    const { popup, release } = await midway(chromium);
    const downloads: string[] = [];
    popup.on('download', (file) => downloads.push(file.url()));
    await button(popup, 'Cancel').click();
    await expect(popup.getByText('Cancelled. No file was saved.')).toBeVisible();
    await expect.poll(() => popup.workers()).toEqual([]);
    await release();
    expect(downloads).toEqual([]);
    await download(popup);
  });

  test('whose tab is closed midway leaves no file and no lock behind', async ({ chromium }) => {
    const { popup, release } = await midway(chromium);
    const downloads: string[] = [];
    popup.on('download', (file) => downloads.push(file.url()));
    await popup.close();
    await release();
    const other = await chromium.openPopup('tab');
    expect(downloads).toEqual([]);
    await download(other);
  });

  test('keeps its zip on disk while its tab is open, and no longer', async ({ chromium }) => {
    const popup = await capturedAlone(chromium);
    await download(popup);
    await download(popup);
    await expect.poll(() => storedFiles(popup)).toBe(1);
    const other = await chromium.openPopup('tab');
    await button(other, 'Download dataset').waitFor();
    expect(await storedFiles(other)).toBe(1);
    await popup.close();
    // A file that no page holds, as a killed browser leaves it.
    await other.evaluate(leaveFile);
    expect(await storedFiles(other)).toBe(2);
    const next = await chromium.openPopup('tab');
    await expect.poll(() => storedFiles(next)).toBe(0);
  });

  test('works in Firefox too', async ({ firefox }) => {
    await firefox.saveSettings({ consent: true, autoCapture: true, ...withNotCrawled });
    await firefox.openPage(firstPage);
    const popup = await firefox.openPopup('tab');
    await expectCaptured(popup, 24);
    expect(await popup.evaluate(tryDoors)).toEqual(allShut);
    const zip = await saved(popup, 'Download dataset', firefox.downloads);
    const { notComplete } = (await readDescriptor(await readFile(zip))).likesOut;
    expect(notComplete).toHaveLength(24);
  });
});

/** The number of the extension's private files. */
function storedFiles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('exports', { create: true });
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
      names.push(name);
    return names.length;
  });
}

async function leaveFile(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('exports', { create: true });
  await folder.getFileHandle('left behind', { create: true });
}

/** An export that waits for the likes, which another page blocks until `release`. */
async function midway(chromium: Chromium) {
  const popup = await capturedAlone(chromium);
  const holder = await chromium.openPopup();
  await holder.evaluate(holdLikes);
  await popup.bringToFront();
  await button(popup, 'Download dataset').click();
  await expect(popup.getByRole('progressbar', { name: 'Export progress' })).toBeVisible();
  await expect(popup.getByText('Reading models and likes')).toBeVisible();
  // The worker started by the page, and the one that this one started.
  expect(popup.workers()).toHaveLength(2);
  return { popup, release: () => holder.close() };
}

/** A transaction that always makes another request, so that no other can begin. */
function holdLikes(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('likes-out');
    opening.onsuccess = () => {
      const likes = opening.result.transaction('likesPages', 'readwrite').objectStore('likesPages');
      const ask = () => {
        likes.count().onsuccess = ask;
      };
      ask();
      resolve();
    };
  });
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { createProfile, removeProfile } from './support/browser-profile';
import { firstPage } from './support/captured';
import { launchFirefox } from './support/firefox';
import { crawlAll, expectCaptured, expectText, press } from './support/firefox-popup';
import { expect, test } from './support/fixtures';
import { until } from './support/until';

test('after "Delete everything" and closing, the profile of Firefox holds nothing of the key, users and models', async ({
  practice,
}, testInfo) => {
  testInfo.skip(!findBrowser('firefox'), 'no Firefox of version 140 or newer was found');
  const profile = await createProfile();
  // A temporary add-on would take its storage with it.
  const preferences = { 'extensions.webextensions.keepStorageOnUninstall': true };
  const firefox = await launchFirefox({ practice, profile, preferences });
  await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 0 });
  const site = await firefox.openPage(firstPage);
  const popup = await firefox.openPopup('tab');
  await expectCaptured(popup, 24);
  await site.close();
  await crawlAll(popup);
  await press(popup, 'Project key', 'radio');
  await press(popup, 'Create key');
  await expectText(popup, /Fingerprint [0-9a-f]{8}/);
  const secrets = await readSecrets(popup);
  await until('everything to be on the disk', async () =>
    Object.values(await kindsIn(profile, secrets)).every((found) => found > 0),
  );

  await press(popup, 'Delete everything');
  await press(popup, 'Yes, delete everything');
  await expectCaptured(popup, 0);
  // It is written last.
  await until('the end of the deletion', async () => 'databaseId' in (await firefox.readStorage()));
  expect(await firefox.readStorage()).toMatchObject({ consent: true, crawlDelayMs: 0 });
  await firefox.close();
  const nothing = Object.fromEntries(Object.keys(secrets).map((kind) => [kind, 0]));
  expect(await kindsIn(profile, secrets)).toEqual(nothing);
  await removeProfile(profile);
});

type Secrets = Readonly<Record<'keys' | 'users' | 'usernames' | 'models' | 'names', readonly string[]>>;
type Row = Readonly<Record<string, unknown>>;

async function readSecrets(popup: Page): Promise<Secrets> {
  const [states, users, models] = await popup.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const db = await settled(indexedDB.open('likes-out'));
    const read = (name: string) => settled(db.transaction(name).objectStore(name).getAll());
    const rows = [await read('states'), await read('users'), await read('models')];
    db.close();
    return rows as [Row[], Row[], Row[]];
  });
  const key = states.find(({ name }) => name === 'projectKey')!['value'] as { key: string };
  const plain = (rows: readonly Row[], field: string) =>
    rows
      .map((row) => row[field])
      .filter((text) => typeof text === 'string' && /^[\x20-\x7e]{6,}$/.test(text));
  return {
    keys: [key.key],
    users: plain(users, 'uid') as string[],
    usernames: plain(users, 'username') as string[],
    models: plain(models, 'uid') as string[],
    names: plain(models, 'name') as string[],
  };
}

/** How many of each kind are in the files of the extension. Its cache of the site's pages is not ours. */
async function kindsIn(profile: string, secrets: Secrets): Promise<Record<string, number>> {
  const folder = join(profile, 'storage', 'default');
  const paths = (await readdir(folder, { recursive: true })).filter((path) =>
    path.startsWith('moz-extension'),
  );
  const files: Buffer[] = [];
  for (const path of paths) {
    // Firefox creates and removes files meanwhile.
    const isFile = await stat(join(folder, path))
      .then((found) => found.isFile())
      .catch(() => false);
    if (isFile) files.push(await readFile(join(folder, path)).catch(() => Buffer.alloc(0)));
  }
  const isThere = (text: string) => looksOf(text).some((look) => files.some((bytes) => bytes.includes(look)));
  return Object.fromEntries(
    Object.entries(secrets).map(([kind, texts]) => [kind, texts.filter(isThere).length]),
  );
}

/** With one or two bytes a character, and as in keys, where each is one higher. Values are compressed, which hides few of many. */
const looksOf = (text: string) => [
  Buffer.from(text, 'latin1'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text, 'latin1').map((byte) => byte + 1)),
];

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createProfile, removeProfile } from './support/browser-profile';
import { firstPage } from './support/captured';
import { launchChromium } from './support/chromium';
import { expect, test } from './support/fixtures';
import { button, consent, crawlAll, expectModels, pick, press } from './support/popup';

type Secrets = Readonly<Record<'projectKey' | 'userUid' | 'username' | 'modelUid' | 'modelName', string>>;

test.describe('after "Delete everything" the profile holds nothing of', () => {
  test('the project key, users and models, once the browser was closed', async ({ practice }) => {
    const profile = await createProfile();
    const chromium = await launchChromium({ practice, profile });
    const tab = await chromium.openPopup('tab');
    await consent(tab);
    await chromium.saveSettings({ crawlDelayMs: 0 });
    const page = await chromium.context.newPage();
    await page.goto(firstPage);
    await expectModels(tab, 24);
    await page.close();
    await tab.bringToFront();
    await crawlAll(tab);
    await pick(tab, 'Project key');
    await button(tab, 'Create key').click();
    const secrets = await readSecrets(tab);

    await press(tab, 'Delete everything');
    await button(tab, 'Yes, delete everything').click();
    await expectModels(tab, 0);
    // It is written last.
    await expect
      .poll(() => tab.evaluate(`chrome.storage.local.get('databaseId')`))
      .toHaveProperty('databaseId');
    expect(await chromium.readStorage()).toMatchObject({ consent: true, crawlDelayMs: 0 });
    expect(await tab.evaluate('chrome.storage.session.get()')).toEqual({});
    await chromium.close();

    const found = await filesOfExtension(profile, chromium.extensionId);
    expect(found.length).toBeGreaterThan(4);
    for (const [name, secret] of Object.entries(secrets))
      expect(pathsWith(found, secret), `${name} ${secret}`).toEqual([]);
    // Tables are compressed, which may hide a text, so they must be too small to hold any.
    const tables = found.filter(({ path }) => path.endsWith('.ldb'));
    expect(tables.map(({ bytes }) => bytes.length).filter((size) => size > 4_000)).toEqual([]);
    await removeProfile(profile);
  });
});

/** Of each kind one that is plain text. */
async function readSecrets(tab: Page): Promise<Secrets> {
  await expect.poll(async () => (await readRows(tab, 'states')).some(isProjectKey)).toBe(true);
  const key = (await readRows(tab, 'states')).find(isProjectKey)!['value'] as { key: string };
  const user = (await readRows(tab, 'users')).find(({ username }) => isPlain(username))!;
  const model = (await readRows(tab, 'models')).find(({ name }) => isPlain(name))!;
  return {
    projectKey: key.key,
    userUid: String(user['uid']),
    username: String(user['username']),
    modelUid: String(model['uid']),
    modelName: String(model['name']),
  };
}

const isProjectKey = ({ name, value }: Row) => name === 'projectKey' && value !== null;
const isPlain = (text: unknown) => typeof text === 'string' && /^[\x20-\x7e]{6,}$/.test(text);

type Row = Readonly<Record<string, unknown>>;

function readRows(tab: Page, table: string): Promise<readonly Row[]> {
  return tab.evaluate(async (name) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const db = await settled(indexedDB.open('likes-out'));
    const rows = await settled(db.transaction(name).objectStore(name).getAll());
    db.close();
    return rows as Row[];
  }, table);
}

type Found = { readonly path: string; readonly bytes: Buffer };

/** What the browser keeps for the extension; its cache of the site's pages is not ours. */
async function filesOfExtension(profile: string, extensionId: string): Promise<Found[]> {
  const folder = join(profile, 'Default');
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.includes(extensionId));
  const found: Found[] = [];
  for (const path of paths) {
    if ((await stat(join(folder, path))).isFile())
      found.push({ path, bytes: await readFile(join(folder, path)) });
  }
  return found;
}

/** Chromium stores a text with one or with two bytes for each character. */
function pathsWith(found: readonly Found[], text: string): string[] {
  const looks = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
  return found.filter(({ bytes }) => looks.some((look) => bytes.includes(look))).map(({ path }) => path);
}

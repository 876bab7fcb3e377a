import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PracticeSite } from '../../practice/practice-site';
import { listedModels, scrollToEnd } from './support/browse';
import { createProfile, removeProfile } from './support/browser-profile';
import { launchChromium, type Chromium } from './support/chromium';
import { expect, test } from './support/fixtures';
import { consent, expectModels, status } from './support/popup';
import { launchRawChromium } from './support/raw-chromium';
import { until } from './support/until';

/** Long enough that a crawl of these few models is still running when it is killed. */
const crawlDelayMs = 400;

test.use({ site: { models: 40, users: 100, likes: 400 } });

test.describe('a database deleted while the browser is closed', () => {
  test('is restored with every captured model, and the loss is reported', async ({ practice }) => {
    const profile = await createProfile();
    try {
      const before = await captureAll(practice, profile);
      for (let wipe = 1; wipe <= 2; wipe++) {
        await wipeDatabase(profile);
        const chromium = await launchChromium({ practice, profile });
        const popup = await chromium.openPopup('tab');
        await expectModels(popup, before.length);
        expect(await readModels(chromium)).toEqual(before);
        await expect(popup.getByText(`${before.length} captured models came back`)).toBeVisible();
        await chromium.close();
      }
    } finally {
      await removeProfile(profile);
    }
  });

  test('during a crawl is restored, and the crawl reads every list', async ({ practice }) => {
    const profile = await createProfile();
    try {
      const models = await captureAll(practice, profile);
      const browser = await launchRawChromium({ practice, profile });
      await (
        await browser.openPopup()
      ).evaluate(`chrome.runtime.sendMessage({ name: 'startCrawl', payload: 'all' })`);
      await requestsPast(practice, 8);
      await browser.killBrowser();
      await wipeDatabase(profile);
      const asked = practice.ledger.apiRequests().length;
      const again = await launchRawChromium({ practice, profile });
      await requestsPast(practice, asked + 5);
      await again.close();

      const chromium = await launchChromium({ practice, profile });
      await chromium.saveSettings({ crawlDelayMs: 0 });
      const popup = await chromium.openPopup('tab');
      await expect(status(popup)).toContainText(/done/i, { timeout: 60_000 });
      await expectModels(popup, models.length);
      await chromium.close();
    } finally {
      await removeProfile(profile);
    }
  });
});

type Row = { readonly uid: string; readonly order: number; readonly tags: unknown };

async function captureAll(practice: PracticeSite, profile: string): Promise<readonly Row[]> {
  const chromium = await launchChromium({ practice, profile });
  const popup = await chromium.openPopup('tab');
  await consent(popup);
  await chromium.saveSettings({ crawlDelayMs });
  const page = await chromium.context.newPage();
  await page.goto('https://sketchfab.com/3d-models/popular?gen=2018');
  await scrollToEnd(page);
  const models = listedModels(practice.world);
  await expectModels(popup, models.length);
  // One of them with its tags, which only its own page shows.
  await page.goto(`https://sketchfab.com/3d-models/${models[0]!.uid}?gen=2019`);
  await until('the tags', async () => (await readModels(chromium)).some(({ tags }) => tags !== null));
  const rows = await readModels(chromium);
  // An acknowledged report is in the copy, but the test cannot see the acknowledgement.
  await until('the copy', async () => JSON.stringify(await chromium.readStorage()).includes('"tags"'));
  await chromium.close();
  return rows;
}

/** The rows of the database, in order of capture. */
async function readModels(chromium: Chromium): Promise<readonly Row[]> {
  const page = await chromium.openPopup();
  const rows = await page.evaluate(
    () =>
      new Promise<Row[]>((resolve, reject) => {
        const open = indexedDB.open('likes-out');
        open.onerror = () => reject(new Error(String(open.error)));
        open.onsuccess = () => {
          const all = open.result.transaction('models').objectStore('models').index('order').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve((all.result as Row[]).map(({ uid, order, tags }) => ({ uid, order, tags })));
          };
        };
      }),
  );
  await page.close();
  return rows;
}

/** Chromium did this by itself after rare kills, and a user can do it with a file manager. */
async function wipeDatabase(profile: string): Promise<void> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const ours = (await readdir(folder)).filter((name) => name.startsWith('chrome-extension_'));
  expect(ours).not.toEqual([]);
  for (const name of ours) await rm(join(folder, name), { recursive: true, force: true });
}

async function requestsPast(practice: PracticeSite, count: number): Promise<void> {
  const hasAsked = () => Promise.resolve(practice.ledger.apiRequests().length >= count);
  await until(`request ${count}`, hasAsked, 40_000);
}

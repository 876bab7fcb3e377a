import type { PracticeSite } from '../../practice/practice-site';
import type { PracticeModel } from '../../practice/world/practice-model';
import { listedModels, scrollToEnd } from './support/browse';
import { expectDataset } from './support/expect-dataset';
import { expect, test } from './support/fixtures';
import { launchChromium } from './support/chromium';
import { createProfile, removeProfile } from './support/browser-profile';
import { button, consent, download, expectModels, status } from './support/popup';
import { launchRawChromium, type RawChromium } from './support/raw-chromium';
import { until } from './support/until';

/** Long enough that each kill falls within the crawl: about 90 requests, at least 60 ms apart. */
const crawlDelayMs = 60;
const kills = 5;

test.use({ site: { models: 50, users: 200, likes: 900, latencyMs: 30 } });

test.describe('killed in the middle of a crawl', () => {
  test('a worker resumes, and the zip holds every like', async ({ practice }) => {
    await crawlThroughKills(practice, async (browser) => {
      await browser.killWorker();
      // Any event wakes a worker; waiting for the alarm would take half a minute each time.
      await (await browser.openPopup()).evaluate(`chrome.runtime.sendMessage({ name: 'startCrawl' })`);
      return browser;
    });
  });

  test('a browser resumes with the same profile, and the zip holds every like', async ({ practice }) => {
    await crawlThroughKills(practice, async (browser) => {
      await browser.killBrowser();
      return launchRawChromium({ practice, profile: browser.profile });
    });
  });

  test('a worker woken only by its own alarm resumes within 35 seconds', async ({ practice }) => {
    const profile = await createProfile();
    try {
      const models = await capture(practice, profile);
      const browser = await launchRawChromium({ practice, profile });
      await startCrawl(browser);
      await requestsPast(practice, 10);
      await browser.killWorker();
      const asked = practice.ledger.apiRequests().length;
      await until('the alarm', () => Promise.resolve(practice.ledger.apiRequests().length > asked), 35_000);
      await browser.close();
      await expectSameZip(practice, profile, models, 1);
    } finally {
      await removeProfile(profile);
    }
  });
});

type Kill = (browser: RawChromium) => Promise<RawChromium>;

async function crawlThroughKills(practice: PracticeSite, kill: Kill): Promise<void> {
  const profile = await createProfile();
  try {
    const models = await capture(practice, profile);
    let browser = await launchRawChromium({ practice, profile });
    await startCrawl(browser);
    for (let i = 1; i <= kills; i++) {
      await requestsPast(practice, i * 12);
      browser = await kill(browser);
    }
    await requestsPast(practice, (kills + 1) * 12);
    await browser.close();
    await expectSameZip(practice, profile, models, kills);
  } finally {
    await removeProfile(profile);
  }
}

/** Browses with an automated browser that is closed normally; the kills come later, with the same profile. */
async function capture(practice: PracticeSite, profile: string): Promise<PracticeModel[]> {
  const models = listedModels(practice.world);
  const chromium = await launchChromium({ practice, profile });
  const popup = await chromium.openPopup('tab');
  await consent(popup);
  await chromium.saveSettings({ crawlDelayMs });
  const page = await chromium.context.newPage();
  await page.goto('https://sketchfab.com/3d-models/popular?gen=2018');
  await scrollToEnd(page);
  await expectModels(popup, models.length);
  await chromium.close();
  return models;
}

async function startCrawl(browser: RawChromium): Promise<void> {
  const popup = await browser.openPopup();
  await popup.evaluate(`chrome.runtime.sendMessage({ name: 'startCrawl' })`);
}

async function requestsPast(practice: PracticeSite, count: number): Promise<void> {
  await until(
    `request ${count}`,
    () => Promise.resolve(practice.ledger.apiRequests().length >= count),
    40_000,
  );
}

/** Waits for the crawl to end, downloads, and reads from the ledger what the kills cost. */
async function expectSameZip(
  { world, ledger, ...practice }: PracticeSite,
  profile: string,
  models: readonly PracticeModel[],
  killed: number,
): Promise<void> {
  const chromium = await launchChromium({ practice, profile });
  const popup = await chromium.openPopup('tab');
  await expect(status(popup)).toContainText(/done/i, { timeout: 60_000 });
  await expect(button(popup, 'Download dataset')).toBeEnabled();
  await expectDataset(await download(popup), world, models);
  await chromium.close();

  const requests = ledger.apiRequests();
  const distinct = new Set(requests.map(({ path, query }) => `${path}?${query.toString()}`));
  // Each browser that ends during a crawl, the last one closed by us, may leave one response unwritten.
  expect(requests.length - distinct.size).toBeLessThanOrEqual(killed + 1);
  const gaps = requests.slice(1).map(({ at }, i) => at - requests[i]!.at);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(crawlDelayMs - 5); // a clock tick on each side
}

import { firstPage } from './support/captured';
import { inContentWorld } from './support/content-world';
import { expect, test } from './support/fixtures';
import { consent, expectModels } from './support/popup';
import { expectText } from './support/firefox-popup';

type ExtensionWindow = {
  readonly browser: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };
};

const forged = {
  consent: true,
  useCookies: true,
  crawlDespiteRobots: true,
  crawlDelayMs: 0,
  crawlConcurrency: 8,
};

test.describe('a compromised renderer', () => {
  test('can neither read nor write what the extension stores', async ({ chromium }) => {
    const popup = await chromium.openPopup();
    await consent(popup);
    const page = await chromium.context.newPage();
    await page.goto(firstPage);
    await expectModels(popup, 24);
    for (const attack of [
      'chrome.storage.local.get()',
      `chrome.storage.local.set(${JSON.stringify(forged)})`,
      'chrome.storage.local.clear()',
      'chrome.storage.session.get()',
    ])
      expect(await inContentWorld(page, attack), attack).toContain('Access to storage is not allowed');
    expect(await chromium.readStorage()).toMatchObject({ consent: true });
  });

  test('cannot start a crawl with any message', async ({ chromium, practice }) => {
    const page = await chromium.context.newPage();
    await page.goto(firstPage);
    for (const name of ['startCrawl', 'wakeCrawl', 'discoverMostLiked', 'deleteEverything'])
      await inContentWorld(page, `chrome.runtime.sendMessage({ name: '${name}', payload: 'all' })`);
    await page.waitForTimeout(2_000);
    expect(practice.ledger.apiRequests()).toEqual([]);
  });
});

test.describe('another extension that opens our page', () => {
  test('cannot start a download through its address', async ({ chromium }) => {
    const popup = await chromium.openPopup();
    await consent(popup);
    await (await chromium.context.newPage()).goto(firstPage);
    await expectModels(popup, 24);
    const tab = await chromium.context.newPage();
    let downloads = 0;
    tab.on('download', () => (downloads += 1));
    for (const hash of ['#download', `#download=${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`]) {
      await tab.goto('about:blank');
      await tab.goto(`chrome-extension://${chromium.extensionId}/src/popup/index.html?view=tab${hash}`);
      await expect(tab.getByRole('button', { name: 'Download dataset' })).toBeVisible();
      await tab.waitForTimeout(3_000);
    }
    expect(downloads).toBe(0);
  });
});

test.describe('in Firefox, whose storage cannot be closed to content scripts', () => {
  test('settings that no page of the extension wrote are ignored', async ({ firefox, practice }) => {
    const page = await firefox.openPopup();
    // A frame has the extension's API without our code, so it writes as a content script would.
    await page.evaluate(async (items) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const { storage } = (frame.contentWindow as unknown as ExtensionWindow).browser;
      await storage.local.set(items);
    }, forged);
    await page.close();
    expect(await firefox.readStorage()).toMatchObject(forged);

    await firefox.openPage(firstPage);
    const popup = await firefox.openPopup();
    await expectText(popup, /Start collecting/);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(practice.ledger.apiRequests()).toEqual([]);
  });
});

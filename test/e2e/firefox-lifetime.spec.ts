import type { Page } from 'puppeteer-core';
import { listedModels } from './support/browse';
import { firstPage } from './support/captured';
import { launchFirefox } from './support/firefox';
import { expectCaptured, expectText, press, textOf } from './support/firefox-popup';
import { expect, test } from './support/fixtures';
import { until } from './support/until';

/** Typed for what runs inside pages of the extension. */
declare const browser: {
  readonly permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  readonly storage: { readonly session: { get(): Promise<Record<string, { modelsOnPage?: number }>> } };
};

test.describe('in Firefox', () => {
  test.use({ site: { latencyMs: 30 } });

  test('nothing is requested while access is withdrawn, and the crawl continues when it returns', async ({
    firefox,
    practice,
  }) => {
    await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 200 });
    await firefox.openPage(firstPage);
    const popup = await firefox.openPopup('tab');
    await expectCaptured(popup, 24);
    await press(popup, 'Crawl all');
    await until('some requests', () => Promise.resolve(practice.ledger.apiRequests().length >= 5));

    await popup.evaluate(async () => {
      await browser.permissions.remove({
        origins: ['https://sketchfab.com/*', 'https://api.sketchfab.com/*'],
      });
    });
    await expectText(popup, /Paused, Likes Out has no access to Sketchfab/);
    const asked = practice.ledger.apiRequests().length;
    await popup.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
    expect(practice.ledger.apiRequests().length).toBe(asked);
    expect(
      practice.ledger.apiRequests().filter(({ origin }) => origin?.startsWith('moz-extension:')),
    ).toEqual([]);

    await press(popup, 'Allow access to Sketchfab');
    await until('the crawl to continue', () =>
      Promise.resolve(practice.ledger.apiRequests().length > asked + 2),
    );
    await expectText(popup, /Crawling/);
    expect(await textOf(popup)).not.toMatch(/gone|failed|refused|cannot run here/i);
  });

  test('back to a page in the back/forward cache shows its count again', async ({ firefox, practice }) => {
    await firefox.saveSettings({ consent: true, autoCapture: true });
    const popup = await firefox.openPopup('tab');
    const page = await firefox.openPage(firstPage);
    await until('the first page to be counted', async () => (await countOf(popup)) === 24);
    await page.evaluate(() => void Object.assign(window, { marked: true }));
    const model = listedModels(practice.world)[0]!;
    await page.evaluate((uid) => void (location.href = `/3d-models/x-${uid}?gen=2019`), model.uid);
    // Once it is: a report of it that is still on its way would come after that of the first page.
    await until('the other page to be counted', async () => ![undefined, 24].includes(await countOf(popup)));
    // Puppeteer waits for a load, which a page from the cache does not have.
    await page.evaluate(() => history.back());
    await until('the first page', () => page.evaluate(() => 'marked' in window).catch(() => false));
    await until('the first page to be counted again', async () => (await countOf(popup)) === 24);
  });

  test('that never remembers history, the page says why nothing can be stored', async ({ practice }) => {
    const firefox = await launchFirefox({
      practice,
      preferences: { 'browser.privatebrowsing.autostart': true },
    });
    try {
      await expectText(await firefox.openPopup('tab'), /never remembers history/);
      await expectText(await firefox.openPopup('popup'), /never remembers history/);
    } finally {
      await firefox.close();
    }
  });
});

/** The models counted on the page of the one tab of the site. */
const countOf = (popup: Page) =>
  popup.evaluate(async () => Object.values(await browser.storage.session.get()).at(-1)?.modelsOnPage);

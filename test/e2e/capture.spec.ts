import type { Page, Worker } from '@playwright/test';
import type { Chromium } from './support/chromium';
import { maxModelsPerPage } from '../../src/messaging/page-report';
import { expect, test } from './support/fixtures';
import { readDatasetNumbers } from './support/dataset-numbers';
import { until } from './support/until';
import { button, consent, expectModels } from './support/popup';

declare const chrome: {
  readonly action: { getBadgeText(of: { tabId?: number }): Promise<string> };
  readonly tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
};

const list = (gen: string) => `https://sketchfab.com/3d-models/popular?gen=${gen}`;

test.describe('auto-capture', () => {
  test('records nothing before consent, and says why the buttons are disabled', async ({ chromium }) => {
    const page = await chromium.context.newPage();
    await page.goto(list('2019'));
    const popup = await chromium.openPopup();
    await expect(button(popup, 'Start collecting')).toBeVisible();
    await expect(button(popup, 'Crawl all')).toBeHidden();
    await expect.poll(() => badge(chromium)).toBe('');

    // Consenting reads the page that is already open.
    await consent(popup);
    await expectModels(popup, 24);
    await expect.poll(() => badge(chromium)).toBe('24');
  });

  test('shows on the badge how many models each page had, list after list', async ({ chromium }) => {
    const popup = await chromium.openPopup();
    await consent(popup);
    const page = await chromium.context.newPage();
    await page.goto(list('2019'));
    await expect.poll(() => badge(chromium)).toBe('24');
    await page.mouse.wheel(0, 3_000);
    await expect.poll(async () => Number(await badge(chromium))).toBeGreaterThan(24);
    // In-page navigation to another page, whose count starts again.
    await page.locator('[data-cards] .item a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(async () => Number(await badge(chromium))).toBeLessThan(24);
  });

  test('records nothing while it is turned off', async ({ chromium }) => {
    const popup = await chromium.openPopup();
    await consent(popup);
    const capture = popup.getByRole('switch', { name: 'Auto-capture' });
    await capture.click();
    await expect(capture).not.toBeChecked();
    const page = await chromium.context.newPage();
    await page.goto(list('2018'));
    await expect.poll(() => badge(chromium)).toBe('');
    await capture.click();
    await expectModels(popup, 24);
  });

  test('leaves no trace that a page could find', async ({ chromium }) => {
    await consent(await chromium.openPopup());
    const page = await chromium.context.newPage();
    const before = await marks(page, list('2019'));
    await expect.poll(() => badge(chromium)).toBe('24');
    const { extensionId } = chromium;
    const found = await page.evaluate(async (id) => {
      const files = ['manifest.json', 'src/content/index.js', 'src/popup/index.html', 'icons/128.png'];
      const fetched = await Promise.allSettled(
        files.map((file) => fetch(`chrome-extension://${id}/${file}`)),
      );
      return fetched.filter(({ status }) => status === 'fulfilled').length;
    }, extensionId);
    expect(found).toBe(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML.includes('likes-out'))).toBe(false);
    expect(before).toBeGreaterThan(0);
  });
});

test.describe('a page full of nonsense', () => {
  test('breaks neither the page nor the extension, and adds no more models than a page may', async ({
    chromium,
  }) => {
    const popup = await chromium.openPopup();
    await consent(popup);
    const errors: string[] = [];
    popup.on('pageerror', (error) => errors.push(error.message));
    const page = await chromium.context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('https://sketchfab.com/practice/hostile');
    await expect.poll(async () => (await readDatasetNumbers(popup)).Models).toBeGreaterThan(0);
    const Models = await settledModels(popup);
    expect(Models).toBeLessThanOrEqual(maxModelsPerPage);
    expect(errors).toEqual([]);
    // The page still answers, and so do the pages after it.
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    await page.goto(list('2016'));
    await expectModels(popup, Models + 24);
  });
});

/** The page changes for some seconds, and no more than 200 models a second are read. */
async function settledModels(popup: Page): Promise<number> {
  const read = async () => (await readDatasetNumbers(popup)).Models;
  return until(
    'the page to have given all it has',
    async () => {
      const before = await read();
      await popup.waitForTimeout(2_000);
      return before === (await read()) && before;
    },
    60_000,
  );
}

async function marks(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.locator('[data-uid]').count();
}

/** The badge of the newest tab of the site. */
async function badge({ context }: Chromium): Promise<string> {
  const worker: Worker = context.serviceWorkers()[0]!;
  return worker.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.filter(({ url }) => url?.startsWith('https://sketchfab.com/')).at(-1);
    return chrome.action.getBadgeText(tab ? { tabId: tab.id } : {});
  });
}

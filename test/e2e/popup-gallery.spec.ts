import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import type { ViteDevServer } from 'vite';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { serveGallery } from '../popup/gallery/serve-gallery';
import { states } from '../popup/gallery/states';

let server: ViteDevServer;
let browser: Browser;
let address: string;

test.beforeAll(async () => {
  ({ server, address } = await serveGallery());
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium was found.');
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--headless=new'],
  });
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
});

const looks = [
  { name: 'popup-light', view: 'popup', colorScheme: 'light', viewport: { width: 384, height: 600 } },
  { name: 'popup-dark', view: 'popup', colorScheme: 'dark', viewport: { width: 384, height: 600 } },
  { name: 'tab-1100', view: 'tab', colorScheme: 'light', viewport: { width: 1_100, height: 700 } },
  { name: 'tab-320', view: 'tab', colorScheme: 'dark', viewport: { width: 320, height: 900 } },
] as const;

/** Each state of the popup, rendered by the real views, fits, is readable in both schemes and violates no axe rule. */
for (const look of looks) {
  test(`every state fits, has one next step and is accessible (${look.name})`, async () => {
    test.setTimeout(420_000);
    const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme });
    const page = await context.newPage();
    for (const state of Object.keys(states)) {
      await test.step(state, async () => {
        await page.goto(`${address}?state=${state}&view=${look.view}`);
        await page.getByRole('status').first().waitFor();
        await page.screenshot({ path: `test-results/gallery/${look.name}/${state}.png`, fullPage: true });
        await expectFitting(page, look.view, state);
      });
    }
    if (look.view === 'tab') {
      await test.step('the confirmation before deleting everything', async () => {
        await page.goto(`${address}?state=crawling&view=tab`);
        await page.getByRole('button', { name: 'Delete everything' }).click();
        await page.getByRole('button', { name: 'Yes, delete everything' }).waitFor();
        await page.screenshot({ path: `test-results/gallery/${look.name}/deleting.png`, fullPage: true });
        await expectFitting(page, look.view, 'deleting');
      });
      await test.step('with every disclosure open', async () => {
        await page.goto(`${address}?state=custom-options&view=tab`);
        for (const summary of await page.locator('.disclosure > summary').all()) await summary.click();
        await page.getByLabel('Users and models to leave out').waitFor();
        await page.screenshot({ path: `test-results/gallery/${look.name}/options-open.png`, fullPage: true });
        await expectFitting(page, look.view, 'choices-open');
      });
    }
    await context.close();
  });
}

async function expectFitting(page: Page, view: 'popup' | 'tab', state: string): Promise<void> {
  const size = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    content: document.querySelector('.page')!.getBoundingClientRect().height,
  }));
  expect.soft(size.overflow, `${state} scrolls sideways`).toBeLessThanOrEqual(0);
  if (view === 'popup') expect.soft(size.content, `${state} is too high for a popup`).toBeLessThan(600);
  const filled = await page.locator('.button.filled').count();
  expect.soft(filled, `${state} has more than one next step`).toBeLessThanOrEqual(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

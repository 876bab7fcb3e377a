import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import type { ViteDevServer } from 'vite';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { serveGallery } from '../popup/gallery/serve-gallery';
import { datasetStates } from '../popup/gallery/dataset-states';
import { chosenStates, modelsStates } from '../popup/gallery/models-states';
import { recommendStates } from '../popup/gallery/recommend-states';
import { siteCheckStates } from '../popup/gallery/site-check-states';
import { sheetStates } from '../popup/gallery/sheet-states';
import { states } from '../popup/gallery/states';

// Each look is on its own, and all of them take minutes.
test.describe.configure({ mode: 'parallel' });

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

type Look = {
  readonly name: string;
  /** The popup, or a view of the tab. */
  readonly at: 'popup' | 'overview' | 'models' | 'recommend' | 'dataset' | 'settings';
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
  readonly states?: readonly string[];
};

const wide = { colorScheme: 'light', viewport: { width: 1_360, height: 900 } } as const;
const narrow = { colorScheme: 'dark', viewport: { width: 320, height: 900 } } as const;
const ofModels = Object.keys({ ...modelsStates, ...sheetStates });
const ofModelsTable = [
  'models-crawling',
  'models-filtered',
  'models-selected',
  'models-hostile',
  'sheet',
  'sheet-hostile',
];
const ofChosen = Object.keys(chosenStates);
const ofRecommend = Object.keys(recommendStates);
const ofSiteCheck = Object.keys(siteCheckStates);
const ofOthers = Object.keys(states).filter(
  (state) => ![...ofModels, ...ofChosen, ...ofRecommend, ...ofSiteCheck].includes(state),
);
/** Those that change what Dataset shows. */
const ofDataset = [...Object.keys(datasetStates), ...ofChosen, 'first-run', 'consent-lost', 'huge'];
const ofOverview = [...ofOthers.filter((state) => !(state in datasetStates)), ...ofSiteCheck];
/** Those that change what Settings show. */
const ofSettings = [
  'first-run',
  'blocked',
  'key-offered',
  'storage-clearable',
  'storage-refused',
  'deleting',
  'huge',
];
/** Of those that change the frame or the numbers, one each. */
const ofFrame = [
  'first-run',
  'empty',
  'no-access',
  'crawling',
  'blocked-problems',
  'problems',
  'huge',
  'hostile-words',
  ...ofSiteCheck,
];

const looks: readonly Look[] = [
  { name: 'popup-light', at: 'popup', colorScheme: 'light', viewport: { width: 384, height: 600 } },
  { name: 'popup-dark', at: 'popup', colorScheme: 'dark', viewport: { width: 384, height: 600 } },
  { name: 'overview-1360', at: 'overview', ...wide, states: ofFrame },
  { name: 'overview-320', at: 'overview', ...narrow, states: ofOverview },
  {
    name: 'overview-1024',
    at: 'overview',
    colorScheme: 'dark',
    viewport: { width: 1_024, height: 700 },
    states: ofFrame,
  },
  {
    name: 'overview-720',
    at: 'overview',
    colorScheme: 'light',
    viewport: { width: 720, height: 500 },
    states: ofFrame,
  },
  { name: 'models-1360', at: 'models', ...wide, states: ofModels },
  { name: 'models-320', at: 'models', ...narrow, states: ofModels },
  {
    name: 'models-1024',
    at: 'models',
    colorScheme: 'dark',
    viewport: { width: 1_024, height: 700 },
    states: ofModelsTable,
  },
  {
    name: 'models-400',
    at: 'models',
    colorScheme: 'light',
    viewport: { width: 400, height: 860 },
    states: ofModelsTable,
  },
  { name: 'recommend-1360', at: 'recommend', ...wide, states: [...ofRecommend, 'first-run'] },
  { name: 'recommend-320', at: 'recommend', ...narrow, states: ofRecommend },
  {
    name: 'recommend-1360-dark',
    at: 'recommend',
    ...wide,
    colorScheme: 'dark',
    states: ['recommend', 'recommend-tag', 'recommend-little', 'recommend-quality'],
  },
  {
    name: 'recommend-320-light',
    at: 'recommend',
    ...narrow,
    colorScheme: 'light',
    states: ['recommend', 'recommend-picks', 'recommend-quality'],
  },
  { name: 'dataset-1360', at: 'dataset', ...wide, states: ofDataset },
  { name: 'dataset-320', at: 'dataset', ...narrow, states: ofDataset },
  { name: 'settings-1360', at: 'settings', ...wide, states: ofSettings },
  { name: 'settings-320', at: 'settings', ...narrow, states: ofSettings },
];

/** Each state of the page, rendered by the real views, fits, is readable in both schemes and violates no axe rule. */
for (const look of looks) {
  test(`every state fits, has one next step and is accessible (${look.name})`, async () => {
    test.setTimeout(420_000);
    const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme });
    const page = await context.newPage();
    for (const state of look.states ?? ofOthers) {
      await test.step(state, async () => {
        await open(page, state, look);
        await page.screenshot({ path: `test-results/gallery/${look.name}/${state}.png`, fullPage: true });
        await expectFitting(page, look, state);
      });
    }
    if (look.at === 'settings') {
      await test.step('the confirmation before deleting everything', async () => {
        await open(page, 'crawling', look);
        await page.getByRole('button', { name: 'Delete everything' }).click();
        await page.getByRole('button', { name: 'Yes, delete everything' }).waitFor();
        await page.screenshot({ path: `test-results/gallery/${look.name}/delete.png`, fullPage: true });
        await expectFitting(page, look, 'delete');
      });
    }
    if (look.at === 'overview') {
      await test.step('the report of a check of Sketchfab', async () => {
        await open(page, 'site-changed', look);
        await page.getByText('Report for the developers').click();
        await page.getByRole('button', { name: 'Copy report' }).waitFor();
        await page.screenshot({ path: `test-results/gallery/${look.name}/site-report.png`, fullPage: true });
        await expectFitting(page, look, 'site-report');
      });
    }
    if (look.at === 'dataset') {
      await test.step('with every disclosure open', async () => {
        await open(page, 'custom-options', look);
        for (const summary of await page.locator('.disclosure > summary').all()) await summary.click();
        await page.getByRole('button', { name: 'Export as part' }).waitFor();
        await page.screenshot({ path: `test-results/gallery/${look.name}/options-open.png`, fullPage: true });
        await expectFitting(page, look, 'options-open');
      });
    }
    await context.close();
  });
}

test('right to left, with forced colours and long words, every view fits', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, forcedColors: 'active' });
  const page = await context.newPage();
  for (const [at, state] of [
    ['overview', 'blocked-problems'],
    ['models', 'models-filtered'],
    ['recommend', 'recommend-picks'],
    ['dataset', 'blocked-problems'],
    ['settings', 'blocked-problems'],
  ] as const) {
    await open(page, state, { at });
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      // As a language would that needs 40% more letters.
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        text.nodeValue = text.nodeValue!.replaceAll(
          /\p{L}{2,}/gu,
          (word) => word + 'm'.repeat(Math.ceil(word.length * 0.4)),
        );
    });
    await page.screenshot({ path: `test-results/gallery/rtl/${at}.png`, fullPage: true });
    await expectFitting(page, { at }, `${at} from right to left`);
  }
  await context.close();
});

async function open(page: Page, state: string, { at }: Pick<Look, 'at'>): Promise<void> {
  const view = at === 'popup' ? 'view=popup' : `view=tab#${at}`;
  // A new address that differs only after the # would not load the page again.
  await page.goto('about:blank');
  await page.goto(`${address}?state=${state}&${view}`);
  await page.getByRole('status').first().waitFor();
}

async function expectFitting(page: Page, { at }: Pick<Look, 'at'>, state: string): Promise<void> {
  const size = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    content: document.querySelector('.page')?.getBoundingClientRect().height ?? 0,
  }));
  expect.soft(size.overflow, `${state} scrolls sideways`).toBeLessThanOrEqual(0);
  if (at === 'popup') expect.soft(size.content, `${state} is too high for a popup`).toBeLessThan(600);
  const filled = await page.locator('.button.filled').count();
  expect.soft(filled, `${state} has more than one next step`).toBeLessThanOrEqual(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

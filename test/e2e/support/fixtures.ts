import { test as base } from '@playwright/test';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { launchChromium, type Chromium } from './chromium';
import { launchFirefox, type Firefox } from './firefox';
import type { PracticeSite } from '../../../practice/practice-site';
import { startPractice, type PracticeOptions } from './practice';
import { launchRawChromium, type RawChromium } from './raw-chromium';

type Fixtures = {
  /** Chosen by `test.use({ site: { models: 200, latencyMs: 50 } })`. */
  site: PracticeOptions;
  /** A practice site of the test's own. */
  practice: PracticeSite;
  chromium: Chromium;
  rawChromium: RawChromium;
  /** Skips the test, saying so, where there is no Firefox. */
  firefox: Firefox;
};

export { expect } from '@playwright/test';

/** Each is started only for tests that name it, and closed after them. */
export const test = base.extend<Fixtures>({
  site: [{}, { option: true }],
  practice: async ({ site }, use) => {
    const practice = await startPractice(site);
    await use(practice);
    await practice.close();
  },
  chromium: async ({ practice }, use) => {
    const chromium = await launchChromium({ practice });
    await use(chromium);
    await chromium.close();
  },
  rawChromium: async ({ practice }, use) => {
    const chromium = await launchRawChromium({ practice });
    await use(chromium);
    await chromium.close();
  },
  firefox: async ({ practice }, use, testInfo) => {
    testInfo.skip(!findBrowser('firefox'), 'no Firefox of version 140 or newer was found');
    const firefox = await launchFirefox({ practice });
    await use(firefox);
    await firefox.close();
  },
});

import { type BrowserContext, chromium as playwright, type Page } from '@playwright/test';
import { Problem } from '../../../scripts/exit-with-error.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import type { Settings } from '../../../src/settings/settings';
import { createProfile, prepareChromiumProfile, removeProfile } from './browser-profile';
import { builtExtension, popupPage } from './built-extension';
import { chromiumFlags } from './chromium-flags';
import type { PracticeAddress } from './practice-address';

/** Typed for what runs inside pages of the extension. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
};

/**
 * Chromium with the extension, driven by Playwright. An attached debugger keeps the worker alive: tests of
 * the worker's end belong to `raw-chromium`.
 */
export type Chromium = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Opens the popup's page in a tab; `tab` is the full view. */
  openPopup(view?: 'popup' | 'tab'): Promise<Page>;
  readStorage(): Promise<Record<string, unknown>>;
  saveSettings(changed: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
};

export type ChromiumOptions = {
  readonly practice: PracticeAddress;
  /** @default true */
  readonly headless?: boolean;
  /** An existing profile, which is kept. @default a new one, removed when closed */
  readonly profile?: string;
};

export async function launchChromium({
  practice,
  headless = true,
  profile,
}: ChromiumOptions): Promise<Chromium> {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new Problem('No Chromium was found. Run `npm start` once, or set LIKES_OUT_CHROMIUM.');
  const folder = profile ?? (await createProfile());
  await prepareChromiumProfile(folder);
  const context = await playwright.launchPersistentContext(folder, {
    executablePath,
    headless,
    acceptDownloads: true,
    args: chromiumFlags(builtExtension('chrome'), practice),
  });
  // Playwright itself waits forever, and a test's time limit does not say for what.
  context.setDefaultTimeout(20_000);
  const extensionId = await findExtensionId(context);
  const pageUrl = (view: string) => `chrome-extension://${extensionId}/${popupPage}${view}`;

  /** Runs in a tab that is closed afterwards. */
  const inExtension = async <T>(visit: (page: Page) => Promise<T>): Promise<T> => {
    const page = await context.newPage();
    try {
      await page.goto(pageUrl(''));
      return await visit(page);
    } finally {
      await page.close();
    }
  };

  return {
    context,
    extensionId,
    async openPopup(view = 'popup') {
      const page = await context.newPage();
      await page.goto(pageUrl(view === 'tab' ? '?view=tab' : ''));
      return page;
    },
    readStorage: () => inExtension((page) => page.evaluate(() => chrome.storage.local.get())),
    saveSettings: (changed) =>
      inExtension((page) => page.evaluate((items) => chrome.storage.local.set(items), { ...changed })),
    async close() {
      await context.close();
      if (profile === undefined) await removeProfile(folder);
    },
  };
}

/** Chromium derives it from the folder's path, so it is read, not fixed. */
async function findExtensionId(context: BrowserContext): Promise<string> {
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  return new URL(worker.url()).host;
}

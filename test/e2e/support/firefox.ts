import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { Problem } from '../../../scripts/exit-with-error.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import type { Settings } from '../../../src/settings/settings';
import { createProfile, removeProfile } from './browser-profile';
import { builtExtension, popupPage } from './built-extension';
import { startConnectProxy } from './connect-proxy';
import type { PracticeAddress } from './practice-address';

/** Typed for what runs inside pages of the extension. */
declare const browser: {
  readonly storage: {
    readonly local: {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
};

/** Set by a preference, because Firefox gives each installation a different address. */
const extensionUuid = '5c0f9a52-1d0e-4b7a-9f36-6a9f4e1b7c11';

/** Firefox with the extension as a temporary add-on, driven over WebDriver BiDi. */
export type Firefox = {
  readonly browser: Browser;
  /** Firefox's requests to other hosts, all refused. */
  readonly refused: readonly string[];
  /** The folder of downloads, in the profile and deleted with it. */
  readonly downloads: string;
  /** Opens and loads a page of the practice site. */
  openPage(url: string): Promise<Page>;
  openPopup(view?: 'popup' | 'tab'): Promise<Page>;
  readStorage(): Promise<Record<string, unknown>>;
  saveSettings(changed: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
};

export type FirefoxOptions = {
  readonly practice: PracticeAddress;
  /** Stays after closing; by default a new one, which does not. */
  readonly profile?: string;
  /** Firefox's own settings, as in about:config. */
  readonly preferences?: Readonly<Record<string, unknown>>;
};

export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { practice, preferences: more = {} } = options;
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Problem('No Firefox was found. Install one, or set LIKES_OUT_FIREFOX.');
  const extension = builtExtension('firefox');
  const addOnId = await readAddOnId(extension);
  const proxy = await startConnectProxy(practice.port);
  const profile = options.profile ?? (await createProfile());
  const downloads = join(profile, 'downloads');
  await mkdir(downloads);
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    // Without it, Firefox refuses to navigate to pages of extensions.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences(proxy.port, addOnId, downloads), ...more },
  });
  await firefox.installExtension(extension);

  const openPopup = async (view: 'popup' | 'tab' = 'popup') => {
    const page = await firefox.newPage();
    const url = `moz-extension://${extensionUuid}/${popupPage}${view === 'tab' ? '?view=tab' : ''}`;
    // Firefox reports no load event for these pages, so the document's state is polled.
    await page.goto(url, { waitUntil: [] });
    await page.waitForFunction(
      (wanted) => location.href === wanted && document.readyState === 'complete',
      {},
      url,
    );
    return page;
  };
  const inExtension = async <T>(visit: (page: Page) => Promise<T>): Promise<T> => {
    const page = await openPopup();
    try {
      return await visit(page);
    } finally {
      await page.close();
    }
  };

  return {
    browser: firefox,
    refused: proxy.refused,
    downloads,
    async openPage(url) {
      const page = await firefox.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    openPopup,
    readStorage: () => inExtension((page) => page.evaluate(() => browser.storage.local.get())),
    saveSettings: (changed) =>
      inExtension((page) => page.evaluate((items) => browser.storage.local.set(items), { ...changed })),
    async close() {
      await firefox.close();
      await proxy.close();
      if (options.profile === undefined) await removeProfile(profile);
    },
  };
}

async function readAddOnId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

function preferences(proxyPort: number, addOnId: string, downloads: string) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    // Grants what a page asks for after a press without a question, which no test can answer.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: extensionUuid }),
    'browser.download.dir': downloads,
    'browser.download.folderList': 2, // the folder above
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
  };
}

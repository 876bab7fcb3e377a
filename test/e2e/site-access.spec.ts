import { firstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import type { RawPage } from './support/raw-page';
import { until } from './support/until';

test.use({ site: { latencyMs: 30 } });

test('nothing is requested while the user withholds access in Chromium, and the crawl continues when it returns', async ({
  rawChromium,
  practice,
}) => {
  const popup = await rawChromium.openPopup('tab');
  await popup.evaluate(`chrome.storage.local.set({ consent: true, autoCapture: true, crawlDelayMs: 200 })`);
  await rawChromium.open(firstPage);
  await says(popup, /24\s+Models|Models\s+24/);
  await popup.evaluate(`chrome.runtime.sendMessage({ name: 'startCrawl', payload: 'all' })`);
  await requestsPast(4);

  // As the menu of the extension's icon does it: "This can read and change site data: when you click the extension".
  const extensions = await rawChromium.open('chrome://extensions/');
  const allow = (hostAccess: string) =>
    extensions.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${rawChromium.extensionId}', hostAccess: '${hostAccess}' })`,
    );
  await allow('ON_CLICK');
  await says(popup, /Paused, Likes Out has no access to Sketchfab/);
  const asked = practice.ledger.apiRequests().length;
  await popup.evaluate('new Promise((resolve) => setTimeout(resolve, 3_000))');
  expect(practice.ledger.apiRequests()).toHaveLength(asked);

  await allow('ON_ALL_SITES');
  await requestsPast(asked + 2);
  await says(popup, /Crawling/);
  const fromExtension = practice.ledger.apiRequests().filter(({ origin }) => origin !== null);
  expect(fromExtension).toEqual([]);

  async function requestsPast(count: number): Promise<void> {
    await until(`more than ${count} requests`, () =>
      Promise.resolve(practice.ledger.apiRequests().length > count),
    );
  }
});

const says = (popup: RawPage, text: RegExp) =>
  until(`the page to say ${String(text)}`, async () =>
    text.test(await popup.evaluate<string>('document.body.innerText')),
  );

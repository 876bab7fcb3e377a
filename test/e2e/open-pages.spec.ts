import { listedModels } from './support/browse';
import { createProfile, removeProfile } from './support/browser-profile';
import { firstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { launchRawChromium } from './support/raw-chromium';
import type { RawPage } from './support/raw-page';
import { until } from './support/until';

test.describe('what is captured of the pages in open tabs', () => {
  test('a page that the browser prerenders is captured only once it is opened', async ({ practice }) => {
    const hidden = listedModels(practice.world).at(-1)!; // not among the 24 on the page
    const path = `/3d-models/x-${hidden.uid}`;
    const browser = await launchRawChromium({ practice, mayPrerender: true });
    try {
      const popup = await browser.openPopup('tab');
      await agree(popup);
      const prerendered = () => practice.ledger.entries.some(({ path: asked }) => asked.includes(hidden.uid));
      await browser.show(`${firstPage}&prerender=${encodeURIComponent(path)}`);
      await until('the browser to prerender the page', () => Promise.resolve(prerendered()));
      await captured(popup, 24);
      await popup.evaluate('new Promise((done) => setTimeout(done, 3_000))');
      expect(await uidsOf(popup)).not.toContain(hidden.uid);
      expect(await uidsOf(popup)).toHaveLength(24);

      // The prerendered page becomes the one in the tab.
      await popup.evaluate(
        inSiteTab(`(tab) => chrome.tabs.update(tab.id, { url: 'https://sketchfab.com${path}' })`),
      );
      await until('the opened page', async () => (await uidsOf(popup)).includes(hidden.uid));
    } finally {
      await browser.close();
    }
  });

  test('back to a page in the back/forward cache shows its count again', async ({
    rawChromium,
    practice,
  }) => {
    const popup = await rawChromium.openPopup('tab');
    await agree(popup);
    const page = await rawChromium.open(firstPage);
    await badge(popup, '24');
    await page.evaluate(`void (window.marked = true)`);
    const model = listedModels(practice.world)[0]!;
    await page.evaluate(`void (location.href = 'https://sketchfab.com/3d-models/x-${model.uid}?gen=2019')`);
    await until('the other page to be counted', async () => (await badgeOf(popup)) !== '24');
    await page.evaluate('history.back()');
    await until(
      'the first page',
      async () => (await page.evaluate('window.marked').catch(() => false)) === true,
    );
    await badge(popup, '24');
    const counts = await popup.evaluate(inSiteTab(`(tab) => chrome.storage.session.get('page:' + tab.id)`));
    expect(Object.values(counts as object)).toEqual([expect.objectContaining({ modelsOnPage: 24 })]);
  });

  test('a tab that was open during an update has to be loaded again, says so and is captured again', async ({
    practice,
  }) => {
    const profile = await createProfile();
    const browser = await launchRawChromium({ practice, profile });
    try {
      const before = await browser.openPopup('tab');
      await agree(before);
      const page = await browser.open(firstPage);
      await badge(before, '24');
      await before.evaluate('setTimeout(() => chrome.runtime.reload(), 100)');
      const isGone = () =>
        before.evaluate('1').then(
          () => false,
          () => true,
        );
      await until('the extension to go', isGone);
      await until('it to come back', () => browser.isWorkerAlive());

      await page.evaluate('window.scrollBy(0, 5_000)');
      const popup = await browser.openPopupOver();
      await badge(popup, '!');
      const text = () => popup.evaluate<string>('document.body.innerText');
      await until('the popup to say it', async () =>
        (await text()).includes('opened before Likes Out could read it'),
      );
      await popup.evaluate(
        `[...document.querySelectorAll('button')].find((b) => b.innerText === 'Reload page').click()`,
      );
      await until('the page to be counted', async () => Number(await badgeOf(popup)) >= 24);
      await until('the popup to count it', async () => /\d+ models on this page/.test(await text()));
    } finally {
      await browser.close();
      await removeProfile(profile);
    }
  });

  test('a tab that a script opens in the background is captured only once it is looked at', async ({
    rawChromium,
  }) => {
    const popup = await rawChromium.openPopup('tab');
    await agree(popup);
    await rawChromium.show(firstPage, { inBackground: true });
    await popup.evaluate('new Promise((done) => setTimeout(done, 3_000))');
    expect(await uidsOf(popup)).toEqual([]);
    await popup.evaluate(inSiteTab('(tab) => chrome.tabs.update(tab.id, { active: true })'));
    await captured(popup, 24);
  });

  test('a tab that was left is captured no further until it is looked at again', async ({ rawChromium }) => {
    const popup = await rawChromium.openPopup('tab');
    await agree(popup);
    const page = await rawChromium.open(firstPage);
    await captured(popup, 24);
    await popup.evaluate(`chrome.tabs.create({ url: 'about:blank', active: true }).then(() => true)`);
    await until('the page to be hidden', () => page.evaluate('document.hidden'));
    const late = 'e'.repeat(32);
    const markup = `<div class="card card-model" data-uid="${late}"></div>`;
    await page.evaluate(`void document.body.insertAdjacentHTML('beforeend', '${markup}')`);
    await popup.evaluate('new Promise((done) => setTimeout(done, 3_000))');
    expect(await uidsOf(popup)).not.toContain(late);
    await popup.evaluate(inSiteTab('(tab) => chrome.tabs.update(tab.id, { active: true })'));
    await captured(popup, 25);
    expect(await uidsOf(popup)).toContain(late);
  });

  test('a page in a hidden frame of another is not captured', async ({ rawChromium, practice }) => {
    const popup = await rawChromium.openPopup('tab');
    await agree(popup);
    const page = await rawChromium.open(firstPage);
    await captured(popup, 24);
    const hidden = listedModels(practice.world).at(-1)!;
    const frame = `Object.assign(document.createElement('iframe'), { src: '/3d-models/x-${hidden.uid}', hidden: true })`;
    await page.evaluate(`void document.body.append(${frame})`);
    const isAsked = () => practice.ledger.entries.some(({ path }) => path.includes(hidden.uid));
    await until('the frame to load', () => Promise.resolve(isAsked()));
    await popup.evaluate('new Promise((done) => setTimeout(done, 3_000))');
    expect(await uidsOf(popup)).not.toContain(hidden.uid);
    expect(await uidsOf(popup)).toHaveLength(24);
  });
});

async function agree(popup: RawPage): Promise<void> {
  await popup.evaluate(`chrome.storage.local.set({ consent: true, autoCapture: true })`);
}

/** `undefined` while the page of the extension is still loading, which has no such interface until then. */
const inSiteTab = (act: string) =>
  `chrome.tabs?.query({ url: 'https://sketchfab.com/*' }).then(([tab]) => (${act})(tab))`;

const badgeOf = (popup: RawPage) =>
  popup.evaluate<string>(inSiteTab('(tab) => chrome.action.getBadgeText({ tabId: tab.id })'));

const badge = (popup: RawPage, text: string) =>
  until(`the badge ${text}`, async () => (await badgeOf(popup)) === text);

const captured = (popup: RawPage, models: number) =>
  until(`${models} models`, async () => (await uidsOf(popup)).length === models);

/** The ids of captured models, straight from the database. */
const uidsOf = (popup: RawPage): Promise<string[]> =>
  popup.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('likes-out');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const keys = db.transaction('models').objectStore('models').getAllKeys();
      keys.onsuccess = () => { db.close(); resolve(keys.result); };
      keys.onerror = () => reject(keys.error);
    };
  })`);

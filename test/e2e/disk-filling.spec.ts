import type { Page } from '@playwright/test';
import { noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { createProfile, removeProfile } from './support/browser-profile';
import { firstPage } from './support/captured';
import { launchChromium, type Chromium } from './support/chromium';
import { inContentWorld } from './support/content-world';
import { readDatasetNumbers } from './support/dataset-numbers';
import { expect, test } from './support/fixtures';
import { consent, expectModels } from './support/popup';
import { storedBytes } from './support/stored-bytes';

/** The budget of a tab for a minute, which begins with its first report. */
const allowed = 2_000_000;
/** Each model is stored twice, and the browser's logs hold again what they are about to compact. */
const growthPerByte = 4;
const attackMs = 15_000;

type Attacked = { readonly page: Page; readonly popup: Page; readonly grown: () => Promise<number> };

/** A page of 24 models, captured; `grown` is by how many bytes the stored data has grown since. */
async function capturedPage(chromium: Chromium, profile: string): Promise<Attacked> {
  const popup = await chromium.openPopup();
  await consent(popup);
  const page = await chromium.context.newPage();
  await page.goto(firstPage);
  await expectModels(popup, 24);
  const before = await storedBytes(profile, chromium.extensionId);
  return { page, popup, grown: async () => (await storedBytes(profile, chromium.extensionId)) - before };
}

const refusal = (popup: Page) => popup.getByText(/refused [\d,]+ reports? from/);

const attack = test.extend<{ attacked: Attacked }>({
  attacked: async ({ practice }, use) => {
    const profile = await createProfile();
    const chromium = await launchChromium({ practice, profile });
    await use(await capturedPage(chromium, profile));
    await chromium.close();
    await removeProfile(profile);
  },
});

attack.describe('the disk cannot be filled', () => {
  attack('by a renderer that was taken over', async ({ attacked: { page, popup, grown } }, testInfo) => {
    const silent = JSON.stringify(noFacts('a'.repeat(32) as ModelUid));
    const sent = await inContentWorld(page, `(${floodAsContentScript.toString()})(${attackMs}, ${silent})`);
    expect(Number(sent)).toBeGreaterThan(10 * allowed);
    const bytes = await grown();
    testInfo.annotations.push({ type: 'bytes', description: `sent ${Number(sent)}, stored ${bytes}` });
    expect(bytes).toBeLessThan(allowed * growthPerByte);
    // Otherwise the reports were malformed, and said nothing about their size.
    expect((await readDatasetNumbers(popup)).Models).toBeGreaterThan(24);
    await expect(refusal(popup)).toBeVisible();
  });

  attack('by a script on a page', async ({ attacked: { page, popup, grown } }, testInfo) => {
    await page.addInitScript(plantPageData);
    await page.reload();
    await page.evaluate(floodWithCards, attackMs);
    const bytes = await grown();
    testInfo.annotations.push({ type: 'bytes', description: `stored ${bytes}` });
    expect(bytes).toBeLessThan(allowed * growthPerByte);
    await expect(refusal(popup)).toBeVisible();
  });
});

/** Runs in the world of the content script. Returns the characters of the reports it has sent. */
async function floodAsContentScript(durationMs: number, silent: object): Promise<number> {
  type Runtime = { sendMessage(message: unknown): Promise<unknown> };
  const { runtime } = (globalThis as unknown as { readonly chrome: { readonly runtime: Runtime } }).chrome;
  const labels = Array.from({ length: 100 }, (_, n) => {
    const random = Array.from({ length: 180 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000));
    return { name: `${n} ${random.join('')}`, slug: `${n} ${random.reverse().join('')}` };
  });
  let serial = 0;
  let sent = 0;
  const sendOne = async () => {
    const sightings = [1, 2].map(() => ({
      ...{ ...silent, tags: labels, categories: labels },
      uid: (serial++).toString(16).padStart(32, 'a'),
      name: 'x'.repeat(1_000),
    }));
    sent += JSON.stringify(sightings).length;
    const payload = { pageSerial: 1, modelsOnPage: 1, sightings };
    await runtime.sendMessage({ name: 'recordSightings', payload });
  };
  const end = performance.now() + durationMs;
  while (performance.now() < end) await Promise.all([sendOne(), sendOne(), sendOne(), sendOne()]);
  return sent;
}

/** Runs in the page before its scripts: its embedded data gets models with as many and as long tags as fit. */
function plantPageData(): void {
  document.addEventListener('DOMContentLoaded', () => {
    document.getElementById('js-dom-data-prefetched-data')?.remove();
    const tags = Array.from({ length: 100 }, (_, n) => ({ name: `${n} `.padEnd(200, 'tag '), slug: null }));
    const results = Array.from({ length: 200 }, (_, n) => ({
      uid: n.toString(16).padStart(32, 'b'),
      tags,
    }));
    const data = document.createElement('div');
    data.id = 'js-dom-data-prefetched-data';
    data.append(document.createComment(JSON.stringify({ '/i/models': { results } })));
    document.body.prepend(data);
  });
}

/** Runs in the page: cards of ever new models, with names as long as fit, and of those that its data lists. */
async function floodWithCards(durationMs: number): Promise<void> {
  const end = performance.now() + durationMs;
  let serial = 0;
  while (performance.now() < end) {
    const cards = document.createElement('div');
    for (let i = 0; i < 50; i++) {
      const card = cards.appendChild(document.createElement('div'));
      card.className = 'card card-model';
      card.dataset['uid'] = (serial++).toString(16).padStart(32, 'b');
      const name = card.appendChild(document.createElement('meta'));
      name.setAttribute('itemprop', 'name');
      name.content = `${serial} `.padEnd(1_000, 'long ');
    }
    document.body.append(cards);
    await new Promise((resolve) => setTimeout(resolve, 200));
    cards.remove();
  }
}

import type { Page } from '@playwright/test';
import { mkdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { PracticeSite } from '../practice/practice-site';
import { hostileNames } from '../practice/world/hostile-texts';
import type { World } from '../practice/world/world';
import { generations, listedModels, scrollToEnd } from '../test/e2e/support/browse';
import { type Chromium, launchChromium } from '../test/e2e/support/chromium';
import { readDatasetNumbers } from '../test/e2e/support/dataset-numbers';
import { startPractice } from '../test/e2e/support/practice';
import { until } from '../test/e2e/support/until';
import { compareWithWorld } from './compare-with-world';
import { exitWithError, Problem } from './exit-with-error.mjs';
import { readDataset } from './read-dataset';
import { root } from './root.mjs';

/** Shorter than the usual second, so that the tour takes seconds. The practice site burdens nobody. */
const tourDelayMs = 50;
const crawlLimitMs = 90_000;
const say = (text: string) => console.log(text);
const format = new Intl.NumberFormat('en');
const number = (value: number) => format.format(value);
const count = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;

/** Does the main job from the first click to the zip, and checks the result against the practice world. */
async function tour(): Promise<void> {
  const practice = await startPractice();
  const chromium = await launchChromium({ practice });
  try {
    say(
      `\nStarted a practice Sketchfab with ${number(practice.world.modelCount)} models, and Chromium with the extension.`,
    );
    const popup = await chromium.openPopup('tab');
    await popup.getByRole('button', { name: 'Start collecting' }).click();
    await popup.getByRole('switch', { name: 'Auto-capture' }).waitFor();
    await chromium.saveSettings({ crawlDelayMs: tourDelayMs });
    say(
      `1. Pressed "Start collecting". For this tour requests are ${tourDelayMs} ms apart instead of a second.`,
    );
    await browse(chromium, practice.world);
    const listed = listedModels(practice.world).length;
    await until(`${listed} captured models`, async () => (await readDatasetNumbers(popup)).Models === listed);
    say(
      `2. Browsed. ${number(listed)} of the ${number(practice.world.modelCount)} models are captured, all that the lists show: ` +
        'they hide models with an age restriction or a password.',
    );
    await crawl(popup);
    const path = await download(popup);
    await check(path, practice);
  } finally {
    await chromium.close();
    await practice.close();
  }
}

async function browse({ context }: Chromium, world: World): Promise<void> {
  const page = await context.newPage();
  for (const generation of generations) {
    await page.goto(`https://sketchfab.com/3d-models/popular?gen=${generation}`);
    await scrollToEnd(page);
    say(
      `   the list in the markup of ${generation}, ${await page.locator('[data-cards] .item').count()} cards`,
    );
  }
  // Many names of the practice site are made to break programs, and would alarm the reader.
  const ordinary = listedModels(world).find(({ name }) => !hostileNames.includes(name));
  if (!ordinary) throw new Error('every model of the practice site has a hostile name');
  await page.locator(`[data-cards] [data-uid="${ordinary.uid}"] a`).first().click();
  await page.waitForURL(/\/3d-models\/[^/]+$|\/models\/[^/]+$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  say(`   a model's page: ${(await page.title()).trim()}`);
  // The page stays open, because a tab that closes loses what it has not reported yet.
  await page.bringToFront();
}

async function crawl(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Crawl all' }).click();
  say('3. Pressed "Crawl all".');
  const status = popup.getByRole('status').first();
  // The page may still show the state before the click for a moment.
  const before = /\b(?:capturing|idle)\b/i;
  let told = '';
  const end = Date.now() + crawlLimitMs;
  while (!/\bdone\b/i.test(told)) {
    if (Date.now() > end)
      throw new Problem(`The crawl was not done after ${crawlLimitMs / 1_000} s: ${told}`);
    const sentence = (await status.innerText()).trim();
    const isBegun = told !== '' || !before.test(sentence);
    if (isBegun && (before.test(sentence) || /\b(?:blocked|paused)\b/i.test(sentence)))
      throw new Problem(`The crawl stopped: ${sentence}`);
    if (isBegun && sentence !== told) {
      const { Likes, Complete } = await readDatasetNumbers(popup);
      say(`   ${sentence} (${count(Complete, 'model')} complete, ${count(Likes, 'like')})`);
      told = sentence;
    }
    await popup.waitForTimeout(500);
  }
}

async function download(popup: Page): Promise<string> {
  const [file] = await Promise.all([
    popup.waitForEvent('download'),
    popup.getByRole('button', { name: 'Download dataset' }).click(),
  ]);
  await mkdir(join(root, 'out'), { recursive: true });
  const path = join(root, 'out', file.suggestedFilename());
  await file.saveAs(path);
  say(
    `4. Downloaded ${relative(root, path)}, ${number((await stat(path)).size)} bytes. ` +
      'It contains invented data of the practice site, nothing real:',
  );
  return path;
}

async function check(path: string, { world, ledger }: PracticeSite): Promise<void> {
  const dataset = await readDataset(path);
  for (const { path: name, bytes } of dataset.entries)
    say(`   ${name.padEnd(28)} ${number(bytes).padStart(9)} bytes`);
  say(
    `   ${number(dataset.modelUids.length)} models, ${number(dataset.likes)} likes by ${number(dataset.users)} users, ` +
      `for ${number(ledger.apiRequests().length)} requests`,
  );
  const differences = dataset.likes > 0 ? compareWithWorld(dataset, world) : ['it contains no likes'];
  if (differences.length > 0) {
    throw new Problem(`The dataset differs from the practice world:\n${differences.slice(0, 10).join('\n')}`);
  }
  say('5. Compared with the practice world, model by model: every like is there, and no others.');
}

await tour().catch(exitWithError);

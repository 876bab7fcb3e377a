import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Scale } from '../../practice/world/like-counts';
import { createProfile, removeProfile } from '../../test/e2e/support/browser-profile';
import { launchChromium, type Chromium } from '../../test/e2e/support/chromium';
import { button } from '../../test/e2e/support/popup';
import { startPractice } from '../../test/e2e/support/practice';
import { deflateLikes, readPagesBare } from './baselines';
import { countDataset } from './count-dataset';
import { fillDatabase, type Filled } from './fill-database';
import { readGaps, watchGaps } from './page-gaps';
import { watchMemory } from './process-memory';

/** The size of the 2016 crawl, with all users who liked something. */
const scaleOf2016 = { models: 28_825, users: 62_583, likes: 632_840 };
const patienceMs = 3_600_000;
const restMs = 5_000;

/** Fills a database with `times` the likes of 2016, unless `kept` is a profile already filled, and exports it. */
export async function runExportBench(times: number, runs: number, kept?: string): Promise<void> {
  const practice = await startPractice();
  const profile = kept === undefined ? await createProfile() : resolve(kept);
  const scale: Scale = {
    seed: 2016,
    models: Math.round(scaleOf2016.models * times),
    users: Math.round(scaleOf2016.users * times),
    likes: Math.round(scaleOf2016.likes * times),
  };
  const inBrowser = async <T>(visit: (chromium: Chromium, page: Page) => Promise<T>): Promise<T> => {
    const chromium = await launchChromium({ practice, profile });
    try {
      return await visit(chromium, await chromium.openPopup('tab'));
    } finally {
      await chromium.close();
    }
  };
  try {
    const begun = performance.now();
    const record = join(profile, `filled-${times}.json`);
    const filled = existsSync(record)
      ? (JSON.parse(readFileSync(record, 'utf8')) as Filled)
      : await inBrowser(async (chromium, page) => {
          await chromium.saveSettings({ consent: true });
          return fillDatabase(page, scale);
        });
    writeFileSync(record, JSON.stringify(filled));
    say('filled', filled, `${seconds(performance.now() - begun)} s`);
    for (let run = 1; run <= runs; run += 1) {
      say(`run ${run}`, await inBrowser((chromium, page) => measure(chromium, page, profile, filled)));
    }
  } finally {
    await practice.close();
    if (kept === undefined) await removeProfile(profile);
  }
}

async function measure(chromium: Chromium, page: Page, profile: string, filled: Filled) {
  await button(page, 'Download dataset').waitFor();
  await page.bringToFront();
  await page.waitForTimeout(restMs);
  await watchGaps(page);
  await page.waitForTimeout(restMs);
  const idleGaps = await readGaps(page);

  const memory = watchMemory(profile);
  await watchGaps(page);
  const begun = performance.now();
  const downloading = page.waitForEvent('download', { timeout: patienceMs });
  await button(page, 'Download dataset').click();
  const download = await downloading;
  const exportMs = performance.now() - begun;
  const peak = memory.end();
  const gaps = await readGaps(page);

  const path = await download.path();
  const counted = await countDataset(path);
  const isExact =
    [counted.psv, counted.parquet].every(({ rows }) => rows === filled.likes) &&
    [counted.psv, counted.parquet].every(({ users }) => users === filled.users);
  if (!isExact) throw new Error(`the zip holds ${JSON.stringify(counted)}, not ${JSON.stringify(filled)}`);
  const bareReadMs = await readPagesBare(page);
  const deflateMs = await deflateLikes(path);
  return {
    browser: chromium.context.browser()?.version(),
    seconds: seconds(exportMs),
    timesBareRead: ratio(exportMs, bareReadMs),
    timesDeflate: ratio(exportMs, deflateMs),
    rendererMb: {
      base: Math.round(memory.base.renderers),
      over: Math.round(peak.renderers - memory.base.renderers),
    },
    browserMb: {
      base: Math.round(memory.base.browser),
      over: Math.round(peak.browser - memory.base.browser),
    },
    gaps,
    idleGaps,
    counted,
  };
}

const seconds = (ms: number) => Number((ms / 1_000).toFixed(1));
const ratio = (ms: number, baseMs: number) => Number((ms / baseMs).toFixed(2));

function say(...what: readonly unknown[]): void {
  console.log(...what.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))));
}

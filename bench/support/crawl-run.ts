import type { Page } from '@playwright/test';
import type { LedgerEntry } from '../../practice/ledger';
import { launchChromium } from '../../test/e2e/support/chromium';
import { startPractice } from '../../test/e2e/support/practice';
import { until } from '../../test/e2e/support/until';

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly ok: boolean }> };
};

export type CrawlBench = {
  readonly rounds: number;
  readonly models: number;
  readonly latencyMs: number;
  readonly lanes: number;
};

const patienceMs = 600_000;

/**
 * Compares the real crawl, storing every page, with a loop in a page of the extension that requests the same addresses, as
 * many at a time, and keeps nothing. Rates come from the site's ledger: requests between the first and the last.
 */
export async function runCrawlBench({ rounds, models, latencyMs, lanes }: CrawlBench): Promise<void> {
  const practice = await startPractice({ models, users: models * 4, likes: models * 80, latencyMs });
  const chromium = await launchChromium({ practice });
  try {
    await chromium.saveSettings({ consent: true, crawlDelayMs: 0, crawlConcurrency: lanes });
    const page = await chromium.openPopup('tab');
    await tell(page, 'discoverMostLiked', 0);
    for (let round = 1; round <= rounds; round += 1) {
      practice.ledger.clear();
      await tell(page, 'startCrawl', round === 1 ? 'all' : 'anew');
      const crawled = practice.ledger.likesRequests();
      const crawlRate = rateOf(crawled);
      practice.ledger.clear();
      await askBare(page, crawled.map(urlOf), lanes);
      const bareRate = rateOf(practice.ledger.likesRequests());
      const said = { round, requests: crawled.length, crawlRate, bareRate, ratio: crawlRate / bareRate };
      console.log(JSON.stringify(said, (_, value: unknown) => rounded(value)));
    }
  } finally {
    await chromium.close();
    await practice.close();
  }
}

/** Starts a crawl and resolves when it has ended. */
async function tell(page: Page, name: string, payload: unknown): Promise<void> {
  const { ok } = await page.evaluate((message) => chrome.runtime.sendMessage(message), { name, payload });
  if (!ok) throw new Error(`the worker could not ${name}`);
  await until(`the end of ${name}`, async () => (await readPhase(page)) !== 'crawling', patienceMs);
  const phase = await readPhase(page);
  // After a discovery the phase is the same as before.
  if (phase !== 'done' && phase !== 'idle') throw new Error(`${name} ended in phase ${phase}`);
}

function readPhase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('likes-out');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const reading = opening.result.transaction('states').objectStore('states').get('crawl');
    await new Promise((resolve) => (reading.onsuccess = resolve));
    opening.result.close();
    return (reading.result as { value: { phase: string } }).value.phase;
  });
}

/** Makes the same requests as the crawl, and reads and drops the JSON. */
async function askBare(page: Page, urls: readonly string[], lanes: number): Promise<void> {
  await page.evaluate(
    async ([waiting, width]) => {
      await Promise.all(
        Array.from({ length: width }, async () => {
          for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
            const init = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;
            await (await fetch(url, init)).json();
          }
        }),
      );
    },
    [[...urls].reverse(), lanes] as const,
  );
}

const urlOf = ({ host, path, query }: LedgerEntry) => `https://${host}${path}?${query.toString()}`;

/** Requests per second. */
function rateOf(entries: readonly LedgerEntry[]): number {
  const first = Math.min(...entries.map(({ at }) => at));
  const last = Math.max(...entries.map(({ at, finishedAt }) => finishedAt ?? at));
  return (entries.length * 1_000) / (last - first);
}

const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(2)) : value);

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { randomFrom, type Random } from '../../../practice/world/random';
import type { CampaignSize } from './campaign-size';
import { withGround, type Ground } from './campaign-ground';
import { differencesFromWorld } from './differences-from-world';
import { reportFigures, type Figures } from './figures';
import { readKeptState } from './kept-state';
import { lookAfterLoss, type AfterLoss } from './look-after-loss';
import { launch, startCrawl, untilDone, type Running } from './running-crawl';
import { zipDifferences } from './zip-differences';

/** About 70 requests. */
const world = { models: 30, users: 200, likes: 700, latencyMs: 20 };
const crawlDelayMs = 60;
const wipesPerCrawl = 5;

/** A wipe: the browser is closed, the database's folder deleted, and the browser restarted with the same profile. */
export async function runWipeCampaign({ n, seed }: CampaignSize): Promise<Figures> {
  const begun = Date.now();
  const random = randomFrom(seed);
  return withGround(world, async (ground) => {
    const wipes: AfterLoss[] = [];
    const ends: string[][] = [];
    while (wipes.length < n) {
      const crawl = await wipedCrawl(ground, Math.min(wipesPerCrawl, n - wipes.length), random);
      wipes.push(...crawl.wipes);
      ends.push(crawl.end);
    }
    const count = (is: (wipe: AfterLoss) => boolean) => wipes.filter(is).length;
    const figures: Figures = {
      campaign: 'forced wipes',
      browser: ground.browser,
      n: wipes.length,
      seed,
      seconds: Math.round((Date.now() - begun) / 1_000),
      violations: [...wipes.flatMap(({ lacking }) => lacking), ...ends.flat()],
      found: {
        crawls: ends.length,
        'wipes after which every model was back': count(({ isRestored }) => isRestored),
        'wipes of which the person was told': count(({ isTold }) => isTold),
        'wipes after which the crawl began again': count(({ isCrawling }) => isCrawling),
        'crawls that ended with the truth': ends.filter((end) => end.length === 0).length,
      },
    };
    await reportFigures(figures);
    return figures;
  });
}

/** Runs a crawl that is wiped several times. Problems after one wipe do not prevent the next ones. */
function wipedCrawl(ground: Ground, most: number, random: Random) {
  const { practice, models } = ground;
  return ground.withProfile(async (profile) => {
    let running = await launch(practice, profile);
    const wipes: AfterLoss[] = [];
    try {
      await startCrawl(running, crawlDelayMs);
      const captured = (await readKeptState(running.page)).models;
      while (wipes.length < most) {
        await passed(500 + random() * 4_000);
        await running.browser.close();
        await wipe(profile);
        practice.ledger.clear();
        running = await launch(practice, profile);
        wipes.push(await lookAfterLoss(running, captured, () => practice.ledger.apiRequests().length > 0));
        if (!wipes.at(-1)!.isRestored) break; // there is nothing left to wipe
      }
      const end = wipes.at(-1)!.isCrawling
        ? await endOfCrawl(ground, running, profile)
        : ['no crawl to be ended'];
      return { wipes, end };
    } finally {
      await running.browser.killBrowser();
    }
  });

  async function endOfCrawl(all: Ground, { browser, page }: Running, profile: string): Promise<string[]> {
    try {
      await untilDone({ browser, page }, 120_000);
      const differences = differencesFromWorld(await readKeptState(page), practice.world, models);
      await browser.close();
      return [...differences, ...(await zipDifferences(all, profile))];
    } catch (error) {
      return [String(error)];
    }
  }
}

async function wipe(profile: string): Promise<void> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const ours = (await readdir(folder)).filter((name) => name.startsWith('chrome-extension_'));
  if (ours.length === 0) throw new Error('there is no database to wipe');
  for (const name of ours) await rm(join(folder, name), { recursive: true });
}

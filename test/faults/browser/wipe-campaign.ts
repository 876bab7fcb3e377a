import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { randomFrom, type Random } from '../../../practice/world/random';
import { until } from '../../e2e/support/until';
import type { CampaignSize } from './campaign-size';
import { withGround, type Ground } from './campaign-ground';
import { differencesFromWorld } from './differences-from-world';
import { reportFigures, type Figures } from './figures';
import { readKeptState, type KeptModel } from './kept-state';
import { launch, startCrawl, untilDone, type Running } from './running-crawl';
import { zipDifferences } from './zip-differences';

/** About 70 requests. */
const world = { models: 30, users: 200, likes: 700, latencyMs: 20 };
const crawlDelayMs = 60;
const wipesPerCrawl = 5;
/** Within this time every captured model must be restored, and the user informed. */
const restoreLimitMs = 10_000;

/** A wipe: the browser is closed, the database's folder deleted, and the browser restarted with the same profile. */
export async function runWipeCampaign({ n, seed }: CampaignSize): Promise<Figures> {
  const begun = Date.now();
  const random = randomFrom(seed);
  return withGround(world, async (ground) => {
    const wipes: Wipe[] = [];
    const ends: string[][] = [];
    while (wipes.length < n) {
      const crawl = await wipedCrawl(ground, Math.min(wipesPerCrawl, n - wipes.length), random);
      wipes.push(...crawl.wipes);
      ends.push(crawl.end);
    }
    const count = (is: (wipe: Wipe) => boolean) => wipes.filter(is).length;
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

type Wipe = {
  readonly isRestored: boolean;
  readonly isTold: boolean;
  readonly isCrawling: boolean;
  readonly lacking: readonly string[];
};

/** Runs a crawl that is wiped several times. Problems after one wipe do not prevent the next ones. */
function wipedCrawl(ground: Ground, most: number, random: Random) {
  const { practice, models } = ground;
  return ground.withProfile(async (profile) => {
    let running = await launch(practice, profile);
    const wipes: Wipe[] = [];
    try {
      await startCrawl(running, crawlDelayMs);
      const captured = (await readKeptState(running.page)).models;
      while (wipes.length < most) {
        await passed(500 + random() * 4_000);
        await running.browser.close();
        await wipe(profile);
        practice.ledger.clear();
        running = await launch(practice, profile);
        wipes.push(await lookAfterWipe(running, ground, captured));
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

async function lookAfterWipe(
  { page }: Running,
  { practice }: Ground,
  captured: readonly KeptModel[],
): Promise<Wipe> {
  const isSo = (ask: () => Promise<boolean>) =>
    until('the page to show that all is well', ask, restoreLimitMs).catch(() => false);
  const isRestored = await isSo(async () => areBack(captured, (await readKeptState(page)).models));
  const isTold = await isSo(async () => tellsOfWipe.test(await readNotices(page)));
  const isCrawling = await isSo(() => Promise.resolve(practice.ledger.apiRequests().length > 0));
  const lacking = [
    !isRestored && 'captured models did not come back as they were',
    !isTold && `nobody told the person, the page says: ${await readNotices(page)}`,
    !isCrawling && 'the crawl did not begin again',
  ].filter((one) => one !== false);
  return { isRestored, isTold, isCrawling, lacking };
}

/** Any wording that says that stored data was lost and what became of it. */
const tellsOfWipe = /\b(?:restored|brought back|came back|had lost|was lost|were lost|second copy)\b/i;
const inRoles = `[...document.querySelectorAll('[role=status], [role=alert], .status, .notice')].map((one) => one.innerText).join(' / ').replaceAll(/\\s+/g, ' ')`;
const readNotices = (page: Running['page']) => page.evaluate<string>(inRoles);

/** Checks that the same models are there, with at least the facts that their pages showed. */
function areBack(captured: readonly KeptModel[], models: readonly KeptModel[]): boolean {
  const isAsItWas = (before: KeptModel, now: KeptModel | undefined) =>
    now?.name === before.name && holds(before.tags, now.tags) && holds(before.categories, now.categories);
  const found = new Map(models.map((model) => [model.uid, model]));
  return (
    captured.length === models.length && captured.every((model) => isAsItWas(model, found.get(model.uid)))
  );
}

const holds = (before: unknown, now: unknown) =>
  before === null || JSON.stringify(before) === JSON.stringify(now);

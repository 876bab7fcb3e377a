import type { LedgerEntry } from '../../../practice/ledger';
import type { PracticeSite } from '../../../practice/practice-site';
import type { Random } from '../../../practice/world/random';
import { until } from '../../e2e/support/until';
import { type Aim, drawAim, waitForMoment } from './aims';
import type { Ground } from './campaign-ground';
import { checkLedger, type LedgerFigures } from './check-ledger';
import { differencesFromWorld } from './differences-from-world';
import { findTorn } from './find-torn';
import { readKeptState, type KeptModel } from './kept-state';
import { lookAfterLoss } from './look-after-loss';
import { isDatabaseReplaced } from './replaced-database';
import { isDone, launch, type Running, startCrawl, untilDone } from './running-crawl';
import { zipDifferences } from './zip-differences';

/** Kills and wakes, and returns what runs then. `index` counts the kills of the crawl from 0. */
export type Kill = (running: Running, practice: PracticeSite, index: number) => Promise<Running>;

type KillMoment = { readonly at: number; readonly aim: Aim };

export type KilledCrawl = {
  readonly crawlDelayMs: number;
  readonly kills: readonly KillMoment[];
  readonly killsInWaits: number;
  readonly requests: readonly LedgerEntry[];
  readonly ledger: LedgerFigures;
  /** How often the rows read after a kill were consistent. */
  readonly looks: number;
  /** Times from a kill to the next request, if no wait was requested. */
  readonly longestWayBackMs: number;
  /** How often the browser had lost the database after a kill. */
  readonly losses: number;
  readonly violations: readonly string[];
};

type Plan = {
  readonly crawlDelayMs: number;
  readonly latencyMs: number;
  readonly most: number;
  readonly told: number;
  readonly kill: Kill;
  readonly planFaults: () => void;
};

const wayBackLimitMs = 60_000;

/** Runs a crawl from the first request to the zip, killed up to `most` times. */
export function runKilledCrawl(
  ground: Ground,
  plan: Plan,
  undisturbed: readonly LedgerEntry[],
  random: Random,
): Promise<KilledCrawl> {
  return ground.withProfile(async (profile) => {
    plan.planFaults();
    const { practice } = ground;
    const state: Progress = {
      running: await launch(practice, profile),
      kills: [],
      waysBack: [],
      torn: [],
      looks: 0,
      pages: 0,
      losses: [],
      captured: [],
    };
    try {
      await startCrawl(state.running, plan.crawlDelayMs);
      state.captured = (await readKeptState(state.running.page)).models;
      while (state.kills.length < plan.most && !(await isDone(state.running)))
        await killOnce(state, ground, plan, random);
      await untilDone(state.running, 180_000);
      const kept = await readKeptState(state.running.page);
      await state.running.browser.close();
      const requests = practice.ledger.apiRequests();
      const moments = state.kills.map(({ at }) => at);
      const ledger = checkLedger(requests, undisturbed, {
        kills: moments,
        losses: state.losses,
        toldSeconds: plan.told,
        crawlDelayMs: plan.crawlDelayMs,
      });
      const violations = [
        ...state.torn,
        ...differencesFromWorld(kept, practice.world, ground.models),
        ...ledger.violations,
        ...(await zipDifferences(ground, profile)),
      ];
      return {
        crawlDelayMs: plan.crawlDelayMs,
        kills: state.kills,
        killsInWaits: moments.filter((at) => isInWait(at, requests, plan.told)).length,
        requests,
        ledger,
        looks: state.looks,
        losses: state.losses.length,
        longestWayBackMs: Math.max(0, ...state.waysBack),
        violations,
      };
    } finally {
      await state.running.browser.killBrowser();
    }
  });
}

type Progress = {
  running: Running;
  readonly kills: KillMoment[];
  readonly waysBack: number[];
  readonly torn: string[];
  looks: number;
  /** The number of pages of likes when last read. */
  pages: number;
  /** The kills after which the browser had lost the database. */
  readonly losses: number[];
  /** The models when the crawl began. */
  captured: readonly KeptModel[];
};

async function killOnce(state: Progress, { practice }: Ground, plan: Plan, random: Random): Promise<void> {
  const { ledger } = practice;
  const isTold = ledger.apiRequests().at(-1)?.status === 429;
  const aim = isTold ? 'told to wait' : drawAim(random);
  await waitForMoment(aim, practice, plan, random);
  const at = Date.now();
  const asked = ledger.apiRequests().length;
  state.running = await plan.kill(state.running, practice, state.kills.length);
  state.kills.push({ at, aim });
  const kept = await readKeptState(state.running.page);
  const isLost = await isDatabaseReplaced(state.running.browser.profile);
  if (isLost) state.losses.push(at);
  const after = isLost
    ? (await lookAfterLoss(state.running, state.captured, () => ledger.apiRequests().length > asked)).lacking
    : shrunk(state.pages, kept.likesPages.length);
  const torn = [...findTorn(kept), ...after];
  state.pages = kept.likesPages.length;
  if (torn.length === 0) state.looks += 1;
  state.torn.push(...torn.map((one) => `after kill ${state.kills.length}: ${one}`));
  const isBack = async () => ledger.apiRequests().length > asked || (await isDone(state.running));
  await until('the crawl to go on', isBack, wayBackLimitMs);
  if (!isInWait(at, ledger.apiRequests(), plan.told)) state.waysBack.push(Date.now() - at);
}

const shrunk = (before: number, now: number) =>
  now < before ? [`${before} pages of likes were stored before, and ${now} are now`] : [];

function isInWait(at: number, requests: readonly LedgerEntry[], seconds: number): boolean {
  return requests.some(
    ({ status, finishedAt }) =>
      status === 429 && finishedAt !== null && at > finishedAt && at < finishedAt + seconds * 1_000,
  );
}

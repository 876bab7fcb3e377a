import type { LedgerEntry } from '../../../practice/ledger';
import { keyOf } from './phase-of-kill';

export type LedgerFigures = {
  readonly repeats: number;
  /** Between the arrivals of two requests, in ms. */
  readonly shortestGapMs: number;
  readonly toldWaits: number;
  /** Responses that requested a wait, but the worker was killed before it could store it, or the browser lost it. */
  readonly unheardWaits: number;
  readonly violations: readonly string[];
};

type Crawl = {
  /** How long status 429 requests to wait. */
  readonly toldSeconds: number;
  readonly crawlDelayMs: number;
  /** When the worker or the browser was killed. */
  readonly kills: readonly number[];
  /** The kills after which the browser had lost the database, and with it what had been asked. */
  readonly losses: readonly number[];
};

/** A clock tick of the browser plus one of ours. */
const tickMs = 5;
/** Up to this long after a response was sent, a kill may precede its write. */
const unwrittenMs = 60;
/** Up to this long before a request arrived, a kill may leave nobody to receive the response. */
const onItsWayMs = 250;

/** Compares the requests of a crawl with kills to those of one without. */
export function checkLedger(
  requests: readonly LedgerEntry[],
  undisturbed: readonly LedgerEntry[],
  { kills, losses, toldSeconds, crawlDelayMs }: Crawl,
): LedgerFigures {
  const answered = requests.filter(({ status }) => status !== 429);
  const repeats = splitAt(losses, answered).reduce((sum, part) => sum + countRepeats(part, undisturbed), 0);
  const gaps = requests.slice(1).map(({ at }, i) => ({ from: requests[i]!.at, ms: at - requests[i]!.at }));
  const tooShort = gaps.filter(({ ms }) => ms < crawlDelayMs - tickMs);
  const isAcrossKill = ({ from, ms }: (typeof gaps)[number]) =>
    kills.some((kill) => kill >= from - crawlDelayMs && kill <= from + ms);
  const waits = requests.filter(({ status }) => status === 429);
  const nextAfter = (wait: LedgerEntry) => requests.find(({ at }) => at > wait.at);
  /**
   * By how much the next request came too early, or nothing. Counted from the arrival of the request that was asked to
   * wait: it is answered at once, and under load we learn later than the browser that the response was sent.
   */
  const earlyBy = (wait: LedgerEntry) => {
    const next = nextAfter(wait);
    return next ? wait.at + toldSeconds * 1_000 - tickMs - next.at : 0;
  };
  const isUnheard = ({ at, finishedAt }: LedgerEntry) =>
    kills.some((kill) => kill >= at - onItsWayMs && kill <= finishedAt! + unwrittenMs);
  const isLost = (wait: LedgerEntry) => losses.some((loss) => loss > wait.at && loss < nextAfter(wait)!.at);
  const early = waits.filter((wait) => earlyBy(wait) > 0);
  const tooEarly = early.filter((wait) => !isUnheard(wait) && !isLost(wait));
  const violations = [
    repeats > kills.length && `${repeats} repeats for ${kills.length} kills`,
    ...tooShort.map(
      (gap) =>
        `two requests ${gap.ms} ms apart, ${isAcrossKill(gap) ? 'around a kill' : 'far from any kill'}, with a crawl delay of ${crawlDelayMs} ms`,
    ),
    ...tooEarly.map(
      (wait) =>
        `a request ${earlyBy(wait)} ms before the told wait was over, with a kill ${lastKill(wait, kills)} ms before it and one ${nextKill(wait, kills)} ms after its answer`,
    ),
  ].filter((one) => one !== false);
  const shortestGapMs = Math.min(Infinity, ...gaps.map(({ ms }) => ms));
  return {
    repeats,
    shortestGapMs,
    toldWaits: waits.length,
    unheardWaits: early.length - tooEarly.length,
    violations,
  };
}

const lastKill = ({ at }: LedgerEntry, kills: readonly number[]) =>
  at - (kills.findLast((kill) => kill < at) ?? -Infinity);
const nextKill = ({ at, finishedAt }: LedgerEntry, kills: readonly number[]) =>
  (kills.find((kill) => kill >= at) ?? Infinity) - finishedAt!;

/** A database that was lost has to be filled again, so each of them counts on its own. */
function splitAt(losses: readonly number[], requests: readonly LedgerEntry[]): readonly LedgerEntry[][] {
  const borders = [-Infinity, ...losses, Infinity];
  return borders.slice(1).map((to, i) => requests.filter(({ at }) => at > borders[i]! && at <= to));
}

/** Requests beyond those of the same crawl undisturbed. */
function countRepeats(requests: readonly LedgerEntry[], undisturbed: readonly LedgerEntry[]): number {
  const usual = countByKey(undisturbed);
  const asked = [...countByKey(requests)];
  return asked.reduce((sum, [key, times]) => sum + Math.max(0, times - (usual.get(key) ?? 0)), 0);
}

function countByKey(requests: readonly LedgerEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of requests.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

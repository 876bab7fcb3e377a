import type { LedgerEntry } from '../../../practice/ledger';
import { keyOf } from './phase-of-kill';

export type LedgerFigures = {
  readonly repeats: number;
  /** Between the arrivals of two requests, in ms. */
  readonly shortestGapMs: number;
  readonly toldWaits: number;
  /** Answers that told to wait and reached a worker which was killed before it could write that down. */
  readonly unheardWaits: number;
  readonly violations: readonly string[];
};

type Told = { readonly seconds: number; readonly crawlDelayMs: number };

/** A clock tick of the browser and one of ours. */
const tickMs = 5;
/** So long after an answer had left, a kill may have come before it was written. */
const unwrittenMs = 60;
/** So long before a request arrived, a kill may have come while it was on its way: nobody was there to hear the answer. */
const onItsWayMs = 250;

/** What a crawl through kills cost the site, against one without any. Waits are told by answers of status 429. */
export function checkLedger(
  requests: readonly LedgerEntry[],
  undisturbed: readonly LedgerEntry[],
  kills: readonly number[],
  told: Told,
): LedgerFigures {
  const answered = requests.filter(({ status }) => status !== 429);
  const repeats = countRepeats(answered, undisturbed);
  const gaps = requests.slice(1).map(({ at }, i) => ({ from: requests[i]!.at, ms: at - requests[i]!.at }));
  const tooShort = gaps.filter(({ ms }) => ms < told.crawlDelayMs - tickMs);
  const isAcrossKill = ({ from, ms }: (typeof gaps)[number]) =>
    kills.some((kill) => kill >= from - told.crawlDelayMs && kill <= from + ms);
  const waits = requests.filter(({ status }) => status === 429);
  /**
   * By how much the next request came too early; nothing when it did not. From the arrival of the request that was told to
   * wait: it is answered at once, and under load we learn later than the browser that the answer has left.
   */
  const earlyBy = (wait: LedgerEntry) => {
    const next = requests.find(({ at }) => at > wait.at);
    return next ? wait.at + told.seconds * 1_000 - tickMs - next.at : 0;
  };
  const isUnheard = ({ at, finishedAt }: LedgerEntry) =>
    kills.some((kill) => kill >= at - onItsWayMs && kill <= finishedAt! + unwrittenMs);
  const early = waits.filter((wait) => earlyBy(wait) > 0);
  const unheard = early.filter(isUnheard);
  const tooEarly = early.filter((wait) => !isUnheard(wait));
  const violations = [
    repeats > kills.length && `${repeats} repeats for ${kills.length} kills`,
    ...tooShort.map(
      (gap) =>
        `two requests ${gap.ms} ms apart, ${isAcrossKill(gap) ? 'around a kill' : 'far from any kill'}, with a crawl delay of ${told.crawlDelayMs} ms`,
    ),
    ...tooEarly.map(
      (wait) =>
        `a request ${earlyBy(wait)} ms before the told wait was over, with a kill ${lastKill(wait, kills)} ms before it and one ${nextKill(wait, kills)} ms after its answer`,
    ),
  ].filter((one) => one !== false);
  const shortestGapMs = Math.min(Infinity, ...gaps.map(({ ms }) => ms));
  return { repeats, shortestGapMs, toldWaits: waits.length, unheardWaits: unheard.length, violations };
}

const lastKill = ({ at }: LedgerEntry, kills: readonly number[]) =>
  at - (kills.findLast((kill) => kill < at) ?? -Infinity);
const nextKill = ({ at, finishedAt }: LedgerEntry, kills: readonly number[]) =>
  (kills.find((kill) => kill >= at) ?? Infinity) - finishedAt!;

/** Requests beyond those that the same crawl takes when nobody disturbs it. */
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

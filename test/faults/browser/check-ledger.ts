import type { LedgerEntry } from '../../../practice/ledger';
import { keyOf } from './phase-of-kill';

export type LedgerFigures = {
  readonly repeats: number;
  /** Between the arrivals of two requests, in ms. */
  readonly shortestGapMs: number;
  readonly toldWaits: number;
  /** Responses that requested a wait, but reached a worker that was killed before it could store it. */
  readonly unheardWaits: number;
  readonly violations: readonly string[];
};

type Told = { readonly seconds: number; readonly crawlDelayMs: number };

/** A clock tick of the browser plus one of ours. */
const tickMs = 5;
/** Up to this long after a response was sent, a kill may precede its write. */
const unwrittenMs = 60;
/** Up to this long before a request arrived, a kill may leave nobody to receive the response. */
const onItsWayMs = 250;

/** Compares the requests of a crawl with kills to those of one without. Status 429 requests a wait. */
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
   * By how much the next request came too early, or nothing. Counted from the arrival of the request that was asked to
   * wait: it is answered at once, and under load we learn later than the browser that the response was sent.
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

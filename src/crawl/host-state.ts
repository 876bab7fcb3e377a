import { longestCrawlDelayMs } from './crawl-delay';
import { longestWaitMs } from './retry-after';
import { longestErrorWaitMs, offlineCheckMs } from './waits';

/**
 * Two clocks of the one host. The crawl delay is always on; the backoff is temporary and grows. The next request may
 * leave at the later of the two. Kept as moments, since timers die with the worker.
 */
export type HostState = {
  /** No request to the site before this moment, ms since 1970. */
  readonly notBefore: number;
  /**
   * While a request is under way: nobody else before this moment, in case its answer never comes. It is later than the
   * crawl delay from when the turn was taken, since the request leaves a little after that.
   */
  readonly claimedUntil: number;
  /** Why, when it is more than the usual crawl delay. */
  readonly waitingFor: null | 'asked-to-slow-down' | 'site-trouble' | 'offline';
  /** The pause in ms that the site's own speed led to; see `adaptDelay`. */
  readonly delayMs: number;
  readonly failuresInRow: number;
  /** What those failures were about. More than one: it is the site, and no model is to pay for it. */
  readonly failing: readonly string[];
  /** What was refused, or could not be read, one after the other of its kind, as `suspectOf` names it: a few are their own matter, many are the site's. */
  readonly suspects: { readonly refused: readonly string[]; readonly misread: readonly string[] };
};

export const suspectOf = (kind: string, subject: string): string => `${kind}:${subject}`;

export const noSuspects: HostState['suspects'] = { refused: [], misread: [] };

export const calmHost: HostState = {
  notBefore: 0,
  claimedUntil: 0,
  waitingFor: null,
  delayMs: 0,
  failuresInRow: 0,
  failing: [],
  suspects: noSuspects,
};

/**
 * Two answers may be written in any order, so the wait that ends last stands. A turn that was only written down ahead
 * is no wait of the site's: its moment is kept, but a calmer site is learned of all the same.
 */
export function laterHost(stored: HostState, next: HostState): HostState {
  if (next.notBefore >= stored.notBefore) return next;
  return stored.waitingFor === null ? { ...next, notBefore: stored.notBefore } : stored;
}

/** What each reason writes at most, in ms, beside the crawl delay. */
const longestWaitsMs = {
  'asked-to-slow-down': longestWaitMs,
  'site-trouble': longestErrorWaitMs,
  offline: offlineCheckMs,
} as const;

/** When the next request may leave. No wait is ever written so far ahead: the clock has been set back since. */
export function nextAllowed({ notBefore, claimedUntil, waitingFor }: HostState, now: number): number {
  const longest = longestCrawlDelayMs + (waitingFor === null ? 0 : longestWaitsMs[waitingFor]);
  const sane = (moment: number, longestMs: number) => (moment > now + longestMs ? now : moment);
  return Math.max(sane(notBefore, longest), sane(claimedUntil, longestCrawlDelayMs));
}

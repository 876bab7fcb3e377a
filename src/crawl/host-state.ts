import type { ModelUid } from '../sketchfab/model-uid';
import { longestCrawlDelayMs } from './crawl-delay';
import { longestWaitMs } from './retry-after';
import { longestTroubleWaitMs, offlineCheckMs } from './waits';

/**
 * Two clocks of the one host. The crawl delay is constant and always on; the backoff is temporary and grows.
 * The next request may leave at the later of the two. Kept as moments, since timers die with the worker.
 */
export type HostState = {
  /** No request to the site before this moment, ms since 1970. */
  readonly notBefore: number;
  /** Why, when it is more than the usual crawl delay. */
  readonly waitingFor: null | 'asked-to-slow-down' | 'site-trouble' | 'offline';
  readonly failuresInRow: number;
  /** The models those failures were about. More than one: it is the site, and no model is to pay for it. */
  readonly troubled: readonly ModelUid[];
  /** Models refused one after the other, without a good answer between: a few are theirs, many are about us. */
  readonly refused: readonly ModelUid[];
};

export const calmHost: HostState = {
  notBefore: 0,
  waitingFor: null,
  failuresInRow: 0,
  troubled: [],
  refused: [],
};

/** Two answers may be written in any order, so the wait that ends last stands. */
export function laterHost(stored: HostState, next: HostState): HostState {
  return next.notBefore >= stored.notBefore ? next : stored;
}

/** What each reason writes at most, in ms, beside the crawl delay. */
const longestWaitsMs = {
  'asked-to-slow-down': longestWaitMs,
  'site-trouble': longestTroubleWaitMs,
  offline: offlineCheckMs,
} as const;

/** When the next request may leave. No wait is ever written so far ahead: the clock has been set back since then. */
export function nextAllowed({ notBefore, waitingFor }: HostState, now: number): number {
  const longest = longestCrawlDelayMs + (waitingFor === null ? 0 : longestWaitsMs[waitingFor]);
  return notBefore > now + longest ? now : notBefore;
}

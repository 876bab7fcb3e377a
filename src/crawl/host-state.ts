import { longestDelayWithJitterMs } from './crawl-delay';
import { longestWaitMs } from './retry-after';
import { longestErrorWaitMs, offlineCheckMs } from './waits';

/**
 * When the site may get its next request. The crawl delay always applies; backoff is temporary and grows. After an error the
 * two add up; if the site requested a wait or the computer is offline, the later counts. Stored as points in time, since timers die with the worker.
 */
export type HostState = {
  /** No request before this time, ms since 1970. */
  readonly notBefore: number;
  /**
   * While a request is in flight: no other request before this time, in case the response never comes. It allows for
   * the longest jitter, since the request is sent a little after the turn was claimed.
   */
  readonly claimedUntil: number;
  /** The reason, if the wait is longer than the usual crawl delay. */
  readonly waitingFor: null | 'asked-to-slow-down' | 'site-error' | 'offline';
  /** The delay in ms that the site's latency led to, see `adaptDelay`. */
  readonly delayMs: number;
  readonly failuresInRow: number;
  /** The subjects of those failures. With more than one the site is at fault, and no model loses an attempt. */
  readonly failing: readonly string[];
  /**
   * Subjects whose requests of one kind were refused or unreadable in a row, as `suspectOf` names them. A few concern
   * only themselves, many the site.
   */
  readonly suspects: { readonly refused: readonly string[]; readonly unreadable: readonly string[] };
};

export const suspectOf = (kind: string, subject: string): string => `${kind}:${subject}`;

export const noSuspects: HostState['suspects'] = { refused: [], unreadable: [] };

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
 * Responses may be stored in any order, so the wait that ends last counts. If the stored time is only that of a claimed
 * turn, everything else about the host is updated.
 */
export function laterHost(stored: HostState, next: HostState): HostState {
  if (next.notBefore >= stored.notBefore) return next;
  return stored.waitingFor === null ? { ...next, notBefore: stored.notBefore } : stored;
}

/** The longest wait that each reason leads to, in ms, on top of the crawl delay. */
const longestWaitsMs = {
  'asked-to-slow-down': longestWaitMs,
  'site-error': longestErrorWaitMs,
  offline: offlineCheckMs,
} as const;

/** When the next request may be sent. Ignores times further ahead than any wait: the clock was set back since then. */
export function nextAllowed({ notBefore, claimedUntil, waitingFor }: HostState, now: number): number {
  const longest = longestDelayWithJitterMs + (waitingFor === null ? 0 : longestWaitsMs[waitingFor]);
  const plausible = (time: number, longestMs: number) => (time > now + longestMs ? now : time);
  return Math.max(plausible(notBefore, longest), plausible(claimedUntil, longestDelayWithJitterMs));
}

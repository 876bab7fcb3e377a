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
};

export const calmHost: HostState = { notBefore: 0, waitingFor: null, failuresInRow: 0 };

/** Two answers may be written in any order, so the wait that ends last stands. */
export function laterHost(stored: HostState, next: HostState): HostState {
  return next.notBefore >= stored.notBefore ? next : stored;
}

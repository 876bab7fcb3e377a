import { backoffMs, throttleBackoff } from './backoff';

/** After this many failures in a row the circuit breaker opens: from then on the host is only probed. */
export const failuresToOpen = 5;
const firstProbeMs = 15 * 60_000;
const longestProbeMs = 6 * 60 * 60_000;
const firstErrorWaitMs = 2_000;

/** The longest wait after an error, in ms. */
export const longestErrorWaitMs = longestProbeMs;

/** How often an offline crawl checks for the network, in ms. */
export const offlineCheckMs = 15_000;

/** The wait in ms after the `failures`-th failure in a row, counted from 1. */
export function errorWaitMs(failures: number): number {
  return failures < failuresToOpen ? firstErrorWaitMs * 2 ** (failures - 1) : probeWaitMs(failures);
}

/** The same after "too many requests", with longer waits from the start. */
export function throttleWaitMs(failures: number, random: number): number {
  return failures < failuresToOpen
    ? backoffMs(throttleBackoff, failures, random)
    : Math.max(probeWaitMs(failures), throttleBackoff.capMs);
}

/** An open breaker lets a request through after 15 minutes, then doubles the time up to six hours. */
function probeWaitMs(failures: number): number {
  return Math.min(longestProbeMs, firstProbeMs * 2 ** Math.min(failures - failuresToOpen, 10));
}

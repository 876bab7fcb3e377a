import { backoffMs, throttleBackoff } from './backoff';

/** After so many failures of the host in a row the breaker opens: from then on it is only probed. */
export const failuresToOpen = 5;
const firstProbeMs = 15 * 60_000;
const longestProbeMs = 6 * 60 * 60_000;
const firstErrorWaitMs = 2_000;

/** The longest wait after trouble, in ms, whatever happens: then the host is asked once more. */
export const longestErrorWaitMs = longestProbeMs;

/** How often a crawl without a network looks whether it is back, in ms. */
export const offlineCheckMs = 15_000;

/** How long the host is left alone after its `failures`-th failure in a row, 1 for the first. */
export function errorWaitMs(failures: number): number {
  return failures < failuresToOpen ? firstErrorWaitMs * 2 ** (failures - 1) : probeWaitMs(failures);
}

/** The same for a host that says "too many requests": it is given more time from the start. */
export function throttleWaitMs(failures: number, random: number): number {
  return failures < failuresToOpen
    ? backoffMs(throttleBackoff, failures, random)
    : Math.max(probeWaitMs(failures), throttleBackoff.capMs);
}

/** An open breaker lets one request through after a quarter of an hour, then after twice the time, up to six hours. */
function probeWaitMs(failures: number): number {
  return Math.min(longestProbeMs, firstProbeMs * 2 ** Math.min(failures - failuresToOpen, 10));
}

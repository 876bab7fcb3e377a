/** Exponential backoff. Half of each wait is jitter, so that browsers do not all return from an outage at once. */
export type Backoff = { readonly baseMs: number; readonly capMs: number };

export const retryBackoff: Backoff = { baseMs: 5_000, capMs: 10 * 60_000 };
/** For "too many requests" without Retry-After. Users of the site have reported waits of 200 s to 20 min. */
export const throttleBackoff: Backoff = { baseMs: 30_000, capMs: 20 * 60_000 };

/** The wait in ms after the `failures`-th failure in a row, counted from 1. `random` is in [0, 1). */
export function backoffMs({ baseMs, capMs }: Backoff, failures: number, random: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** (failures - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

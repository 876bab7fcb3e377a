/** Growth of a wait after trouble, half of it jitter: browsers that met one outage do not come back as one. */
export type Backoff = { readonly baseMs: number; readonly capMs: number };

export const retryBackoff: Backoff = { baseMs: 5_000, capMs: 10 * 60_000 };
/** For a host that says "too many requests" but not for how long: reports speak of waits of 200 s to 20 min. */
export const throttleBackoff: Backoff = { baseMs: 30_000, capMs: 20 * 60_000 };

/** A wait in ms after the `failures`-th failure in a row, 1 for the first. `random` is in [0, 1). */
export function backoffMs({ baseMs, capMs }: Backoff, failures: number, random: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** (failures - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/**
 * Who may ask the site. One at a time: a worker that holds no lease does nothing, one that lost it stops at its
 * next turn. It ends by itself, so a holder that died never leaves the crawl stuck.
 */
export type Lease = { readonly holder: string; readonly until: number };

export const leaseMs = 60_000;
/** More than the slowest request takes, which is 40 s from first byte asked to last byte read. */
const leastLeftMs = 45_000;

/** `isSole`: the browser vouches that nobody else is alive, so an older lease can only be a dead worker's. */
export function mayTake(lease: Lease | null, holder: string, isSole: boolean, now: number): boolean {
  if (lease === null || isSole || lease.holder === holder) return true;
  // No lease is written further ahead than this: the clock has been set back since.
  return lease.until <= now || lease.until > now + leaseMs;
}

export const leaseOf = (holder: string, now: number): Lease => ({ holder, until: now + leaseMs });

/** Not at every turn: one without a crawl delay then writes nothing. */
export function isToRenew({ until }: Lease, now: number): boolean {
  // One that ends later than any is written was left by a wrong clock, and anybody may take it.
  return until - now < leastLeftMs || until - now > leaseMs;
}

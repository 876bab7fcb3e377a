/** Many times what anyone can scroll through in a minute. The content script reads at most 200 models a second. */
export const maxSightingsPerMinute = 6_000;

const minuteMs = 60_000;

/**
 * Limits the sightings of each tab. A compromised renderer can impersonate the content script, and each model it makes up
 * would cost the site two requests, so the worker has a limit of its own.
 */
export function createSightingQuota(now: () => number) {
  const spent = new Map<number, { readonly since: number; readonly sightings: number }>();

  return {
    /** Counts the sightings, or returns false if they exceed the tab's quota for this minute. */
    take(tabId: number, sightings: number): boolean {
      const before = spent.get(tabId);
      const isSameMinute = before !== undefined && now() - before.since < minuteMs;
      const total = (isSameMinute ? before.sightings : 0) + sightings;
      if (total > maxSightingsPerMinute) return false;
      spent.set(tabId, { since: isSameMinute ? before.since : now(), sightings: total });
      return true;
    },
    forget(tabId: number): void {
      spent.delete(tabId);
    },
  };
}

export type SightingQuota = ReturnType<typeof createSightingQuota>;

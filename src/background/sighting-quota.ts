/** What a person can scroll through in a minute, many times over: the content script reads 200 models a second at most. */
export const maxSightingsPerMinute = 6_000;

const minuteMs = 60_000;

/**
 * Counts the sightings of each tab. A taken-over page can speak as our content script, and each model it makes up would
 * cost the site two requests, so the worker has a limit of its own.
 */
export function createSightingQuota(now: () => number) {
  const spent = new Map<number, { readonly since: number; readonly sightings: number }>();

  return {
    /** False, with nothing counted, when the tab has used up this minute. */
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

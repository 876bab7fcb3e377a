/** What one report adds to the site's work and to the disk. */
export type ReportSize = { readonly sightings: number; readonly bytes: number };

/** Many times what anyone can scroll through in a minute. The content script reads at most 200 models a second. */
export const maxSightingsPerMinute = 6_000;
/** Some thousand models as pages show them. */
export const maxBytesPerMinute = 2_000_000;

const minuteMs = 60_000;

/**
 * Limits what each tab reports. A compromised renderer can impersonate the content script: each model it makes up would cost
 * the site two requests, and each byte stays on the disk. So the worker has limits of its own.
 */
export function createTabQuota(now: () => number) {
  const spent = new Map<number, ReportSize & { readonly since: number }>();

  return {
    /** Counts a report, or returns false if it exceeds the tab's quota for this minute. */
    take(tabId: number, report: ReportSize): boolean {
      const before = spent.get(tabId);
      const isSameMinute = before !== undefined && now() - before.since < minuteMs;
      const start = isSameMinute ? before : { since: now(), sightings: 0, bytes: 0 };
      const sightings = start.sightings + report.sightings;
      const bytes = start.bytes + report.bytes;
      if (sightings > maxSightingsPerMinute || bytes > maxBytesPerMinute) return false;
      spent.set(tabId, { since: start.since, sightings, bytes });
      return true;
    },
    forget(tabId: number): void {
      spent.delete(tabId);
    },
  };
}

export type TabQuota = ReturnType<typeof createTabQuota>;

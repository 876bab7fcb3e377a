import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { likelyRequests } from './likely-requests';

// The first answers of a run are slow, and say little of the rest.
const enoughRequests = 10;

/** Milliseconds until nothing is queued any more, or `null` while nobody can know. */
export function timeLeft(overview: Overview, settings: Settings, now: number): number | null {
  const pace = measuredPace(overview, settings, now);
  const { counters } = overview;
  return pace === null ? null : likelyRequests(counters.queued, counters) * pace;
}

/** The milliseconds a request of this run takes, its waits included, since there will be more of them. */
export function measuredPace({ crawl, counters }: Overview, settings: Settings, now: number): number | null {
  if (crawl.phase !== 'crawling' || crawl.runningSince === null) return null;
  const requests = counters.requests - crawl.requestsBefore;
  if (requests < enoughRequests) return null;
  const measured = Math.max(0, now - crawl.runningSince) / requests;
  // A delay raised meanwhile counts at once.
  return Math.max(measured, settings.crawlDelayMs);
}

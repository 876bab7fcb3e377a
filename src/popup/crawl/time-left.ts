import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { likelyRequests } from './likely-requests';

// The first responses of a run are slow and say little about the rest.
const enoughRequests = 10;

/** Milliseconds until the queue is empty; `null` if that cannot be estimated yet. */
export function timeLeft(overview: Overview, settings: Settings, now: number): number | null {
  const pace = measuredPace(overview, settings, now);
  const { counters } = overview;
  return pace === null ? null : likelyRequests(counters.queued, counters) * pace;
}

/** Milliseconds per request in this run, waits included, since there will be more of them. */
export function measuredPace({ crawl, counters }: Overview, settings: Settings, now: number): number | null {
  if (crawl.phase !== 'crawling' || crawl.runningSince === null) return null;
  const requests = counters.requests - crawl.requestsBefore;
  if (requests < enoughRequests) return null;
  const measured = Math.max(0, now - crawl.runningSince) / requests;
  // A longer delay counts immediately.
  return Math.max(measured, settings.crawlDelayMs);
}

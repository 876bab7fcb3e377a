import type { Settings } from '../../settings/settings';
import type { Counters, Work } from '../../store/counters';
import type { Overview } from '../../store/overview';
import { formatEstimate } from '../format/numbers';
import { formatDuration } from '../../i18n/format-duration';

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

// The jitter of the crawl delay adds up to a quarter, an eighth in the mean.
const withJitter = 9 / 8;

/** The milliseconds from one request to the next: the person's pace, or the slower one that the site's own speed led to. */
export function likelyPause(
  { crawlDelayMs }: Pick<Settings, 'crawlDelayMs'>,
  { delayMs }: Overview['host'],
): number {
  return crawlDelayMs === 0 ? 0 : Math.max(crawlDelayMs, delayMs) * withJitter;
}

// A simulated crawl of 28,825 models with the 632,840 likes of 2016 took 45,358 pages of likes.
const pagesPerListIn2016 = 1.6;
// One model may hold most of the likes, so that the mean of fewer lists is chance.
const enoughSweeps = 50;

/** How many answers this work is likely to take: lists of unknown length count as long as those read so far. */
export function likelyRequests(
  { answers, unknownLists }: Work,
  { likesPages, sweeps }: Pick<Counters, 'likesPages' | 'sweeps'>,
): number {
  const pagesPerList = sweeps < enoughSweeps ? pagesPerListIn2016 : likesPages / sweeps;
  return Math.ceil(answers + unknownLists * pagesPerList);
}

/** "about 2,100 requests, about 38 minutes": what "Crawl all" would cost now; `null` when it knows nothing to ask. */
export function planText({ counters, host }: Overview, settings: Settings): string | null {
  const requests = likelyRequests(counters.plan, counters);
  return requests === 0 ? null : workText(requests, likelyPause(settings, host));
}

/** Without the time where no pause bounds it. */
export function workText(requests: number, msPerRequest: number): string {
  const cost = formatEstimate(requests, 'request');
  return msPerRequest === 0 ? cost : `${cost}, about ${formatDuration(requests * msPerRequest)}`;
}

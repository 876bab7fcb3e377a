import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { crawlShare } from './crawl-share';

// Below these the pace is chance: the first answers of a run are slow, and one model may hold most of the requests.
const enoughRequests = 10;
const enoughModels = 3;

/** Milliseconds until the crawl has read every captured model, or `null` while nobody can know. */
export function timeLeft({ crawl, counters }: Overview, settings: Settings, now: number): number | null {
  if (crawl.phase !== 'crawling' || crawl.runningSince === null) return null;
  const { settled, toGo } = crawlShare(counters);
  const requests = counters.requests - crawl.requestsBefore;
  if (requests < enoughRequests || settled < enoughModels) return null;
  // Over the whole run, waits included, since there will be more of them; a delay raised meanwhile counts at once.
  const measured = Math.max(0, now - crawl.runningSince) / requests;
  const msPerRequest = Math.max(measured, settings.crawlDelayMs);
  const requestsPerModel = Math.max(1, counters.requests / (settled + counters.byState.crawling));
  return toGo * requestsPerModel * msPerRequest;
}

/** Before anything was asked: each model costs one request at least. `null` when no delay bounds it. */
export function shortestCrawl(models: number, { crawlDelayMs }: Settings): number | null {
  return crawlDelayMs === 0 || models === 0 ? null : models * crawlDelayMs;
}

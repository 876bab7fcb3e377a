import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { sayAbout } from '../words/say-about';
import { sayDuration } from '../words/say-duration';
import { likelyPause } from './likely-pause';
import { likelyRequests } from './likely-requests';

/** "about 2,100 requests, about 38 minutes": what "Crawl all" would cost now; `null` when it knows nothing to ask. */
export function sayPlan({ counters, host }: Overview, settings: Settings): string | null {
  const requests = likelyRequests(counters.plan, counters);
  return requests === 0 ? null : sayWork(requests, likelyPause(settings, host));
}

/** Without the time where no pause bounds it. */
export function sayWork(requests: number, msPerRequest: number): string {
  const cost = sayAbout(requests, 'request');
  return msPerRequest === 0 ? cost : `${cost}, about ${sayDuration(requests * msPerRequest)}`;
}

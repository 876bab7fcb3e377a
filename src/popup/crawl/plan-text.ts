import { formatDuration } from '../../i18n/format-duration';
import { countMessage, message } from '../../i18n/message';
import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { likelyPause } from './likely-pause';
import { likelyRequests } from './likely-requests';
import { roundEstimate } from './round-estimate';

/** "about 2,100 requests, about 38 minutes": what "Crawl all" would cost now; `null` if there is nothing to request. */
export function planText({ counters, host }: Overview, settings: Settings): string | null {
  const requests = likelyRequests(counters.plan, counters);
  return requests === 0 ? null : costText(requests, likelyPause(settings, host));
}

/** Without the time if there is no delay to compute it from. */
export function costText(requests: number, msPerRequest: number): string {
  const cost = countMessage('crawl_requests', roundEstimate(requests));
  if (msPerRequest === 0) return cost;
  return message('crawl_requestsAndTime', {
    requests: cost,
    time: formatDuration(requests * msPerRequest),
  });
}

import { isUnderWay } from '../../crawl/crawl-state';
import type { Overview } from '../../store/overview';
import { crawlShare } from './crawl-share';
import { likelyRequests } from './likely-requests';

export type RequestShare = { readonly done: number; readonly toGo: number };

/**
 * The progress of a crawl that only looks for changes, in requests of this run. `null` if the models themselves show
 * the progress, or no crawl is under way.
 */
export function requestShare({ crawl, counters }: Overview): RequestShare | null {
  if (!isUnderWay(crawl) || crawl.scope === 'discovery' || crawlShare(counters).toGo > 0) return null;
  const share = {
    done: counters.requests - crawl.requestsBefore,
    toGo: likelyRequests(counters.queued, counters),
  };
  return share.done + share.toGo === 0 ? null : share;
}

import type { Collection } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { CrawlState } from '../crawl/crawl-state';
import type { LikesOutDatabase } from './database';

/** Before every model, whose orders begin at 0. */
export const discoveryOrder = -1;

/** What is still to ask, in its order, or the earliest due first. */
export function pendingRequests(
  db: LikesOutDatabase,
  by: 'order' | 'notBefore',
  scope: CrawlState['scope'],
): Collection<CrawlRequest, string> {
  if (scope === 'discovery') {
    return db.requests.where('[state+order]').equals(['pending', discoveryOrder]);
  }
  return db.requests.where(`[state+${by}]`).between(['pending', -Infinity], ['pending', Infinity]);
}

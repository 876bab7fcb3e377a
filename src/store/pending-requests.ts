import type { Collection } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { LikesOutDatabase } from './database';

/** Everything still to ask, in the order of capture, or the earliest due first. */
export function pendingRequests(
  db: LikesOutDatabase,
  by: 'order' | 'notBefore',
): Collection<CrawlRequest, string> {
  return db.requests.where(`[state+${by}]`).between(['pending', -Infinity], ['pending', Infinity]);
}

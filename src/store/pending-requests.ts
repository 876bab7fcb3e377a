import type { Collection } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { LikesOutDatabase } from './database';

/** Everything still to ask, the earliest due first, then in the order of capture. */
export function pendingRequests(db: LikesOutDatabase): Collection<CrawlRequest, string> {
  return db.requests
    .where('[state+notBefore+order]')
    .between(['pending', -Infinity, -Infinity], ['pending', Infinity, Infinity]);
}

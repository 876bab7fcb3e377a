import type { CrawlRequest } from '../crawl/crawl-request';
import type { LikesOutDatabase } from './database';

/** Those that no pending request stands for: a sweep half read, or read for the second time, is not begun again. */
export async function notQueuedYet<R extends CrawlRequest>(
  db: LikesOutDatabase,
  requests: readonly R[],
): Promise<readonly R[]> {
  const stored = await db.requests.bulkGet(requests.map(({ uniqueKey }) => uniqueKey));
  return requests.filter((_, i) => stored[i]?.state !== 'pending');
}

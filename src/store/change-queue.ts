import type { CrawlRequest } from '../crawl/crawl-request';
import type { Counters } from './counters';
import type { LikesOutDatabase } from './database';
import { addWork, workOf } from './work-of';

/** Puts and removes requests inside the caller's transaction, and gives the counters as they are then. */
export async function changeQueue(
  db: LikesOutDatabase,
  counters: Counters,
  put: readonly CrawlRequest[],
  remove: readonly string[] = [],
): Promise<Counters> {
  const keys = [...new Set([...put.map(({ uniqueKey }) => uniqueKey), ...remove])];
  const before = await db.requests.bulkGet(keys);
  await db.requests.bulkDelete([...remove]);
  await db.requests.bulkPut(put);
  return { ...counters, queued: addWork(counters.queued, workOf(put), workOf(before)) };
}

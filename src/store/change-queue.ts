import type { Collection } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { CrawlState } from '../crawl/crawl-state';
import { addWork, type Counters, workOf } from './counters';
import type { LikesOutDatabase } from './database';

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

/** Those that no pending request stands for: a sweep half read, or read for the second time, is not begun again. */
export async function notQueuedYet<R extends CrawlRequest>(
  db: LikesOutDatabase,
  requests: readonly R[],
): Promise<readonly R[]> {
  const stored = await db.requests.bulkGet(requests.map(({ uniqueKey }) => uniqueKey));
  return requests.filter((_, i) => stored[i]?.state !== 'pending');
}

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

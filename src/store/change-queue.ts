import type { Collection } from 'dexie';
import type { CrawlRequest } from '../crawl/crawl-request';
import type { CrawlState } from '../crawl/crawl-state';
import { addWork, type Counters, workOf } from './counters';
import type { LikesOutDatabase } from './database';

/** Puts and removes requests inside the caller's transaction. Returns the updated counters. */
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

/** The requests that are not pending yet: a sweep that is half read, or in its second pass, must not start over. */
export async function notQueuedYet<R extends CrawlRequest>(
  db: LikesOutDatabase,
  requests: readonly R[],
): Promise<readonly R[]> {
  const stored = await db.requests.bulkGet(requests.map(({ uniqueKey }) => uniqueKey));
  return requests.filter((_, i) => stored[i]?.state !== 'pending');
}

/** Before all models, whose orders begin at 0. */
export const discoveryOrder = -1;

/** The pending requests, in queue order or earliest due first. */
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

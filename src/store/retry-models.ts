import type { ModelRequest } from '../crawl/crawl-request';
import { isUnderWay } from '../crawl/crawl-state';
import { isOfShard, type Shard } from '../crawl/own-shard';
import { type RetryOutcome, type RetryRefusal, retryRefusals } from '../crawl/retry-outcome';
import type { ModelUid } from '../sketchfab/model-uid';
import { changeQueue, notQueuedYet, pendingRequests } from './change-queue';
import { runCrawl } from './control-crawl';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { putModels } from './put-models';
import { reopened } from './queue-crawl';
import { atTheEnd, requestsFor } from './requests-for';
import { readState, writeState } from './states';

/**
 * Queues what is missing of these models once more, behind everything else. Starts a crawl only if nothing else
 * waits: a queue that was stopped stays stopped. As in any crawl, models that are captured meanwhile join it.
 */
export function retryModels(
  db: LikesOutDatabase,
  uids: readonly ModelUid[],
  now: number,
): Promise<RetryOutcome> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    const crawl = await readState(db, 'crawl');
    const isJoining = isUnderWay(crawl) && crawl.scope === 'everything';
    const waiting = await pendingRequests(db, 'order', 'everything').limit(1).count();
    const { queued, refused } = await queueModels(db, [...new Set(uids)]);
    const isAlone = !isUnderWay(crawl) && waiting === 0;
    if (isAlone && queued > 0) await runCrawl(db, 'everything', now);
    return { queued, refused, when: isJoining ? 'crawl' : isAlone ? 'now' : 'later' };
  });
}

async function queueModels(
  db: LikesOutDatabase,
  uids: readonly ModelUid[],
): Promise<Pick<RetryOutcome, 'queued' | 'refused'>> {
  const refused = Object.fromEntries(retryRefusals.map((why) => [why, 0])) as Record<RetryRefusal, number>;
  const rows = await db.models.bulkGet([...uids]);
  let counters = await readState(db, 'counters');
  const put: ModelRequest[] = [];
  const changed: ModelRow[] = [];
  let queued = 0;
  for (const row of rows) {
    const wanted = await wantedOf(db, row, counters.shard);
    if (!row || typeof wanted === 'string') {
      refused[typeof wanted === 'string' ? wanted : 'unknown'] += 1;
      continue;
    }
    queued += 1;
    put.push(...atTheEnd(wanted));
    const after = wanted.some(({ kind }) => kind === 'likes') ? reopened(row) : row;
    if (after === row) continue;
    changed.push(after);
    counters = recount(counters, row, after);
  }
  await putModels(db, changed);
  await writeState(db, 'counters', await changeQueue(db, counters, put));
  return { queued, refused };
}

/** What is not in the queue yet, or why nothing is wanted. */
async function wantedOf(
  db: LikesOutDatabase,
  row: ModelRow | undefined,
  shard: Shard,
): Promise<readonly ModelRequest[] | RetryRefusal> {
  if (!row) return 'unknown';
  if (!isOfShard(row.uid, shard)) return 'elsewhere';
  if (row.state === 'gone') return 'gone';
  const hasProblem = row.state !== 'complete' || row.factsError !== null || row.cause !== null;
  const requests = hasProblem ? requestsFor(row) : [];
  if (requests.length === 0) return 'complete';
  const wanted = await notQueuedYet(db, requests);
  // A list that is half read goes on where it stands, and its number of likes is not requested again.
  const isListQueued = requests.length > wanted.length && !wanted.some(({ kind }) => kind === 'likes');
  return isListQueued ? 'queued' : wanted;
}

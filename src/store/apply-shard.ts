import type { CrawlRequest } from '../crawl/crawl-request';
import { isOfShard, type Shard } from '../crawl/own-shard';
import { changeQueue, notQueuedYet } from './change-queue';
import { countPlan } from './count-model';
import type { LikesOutDatabase } from './database';
import { isEverythingUnderWay } from './is-everything-under-way';
import type { ModelRow } from './model-row';
import { requestsFor } from './requests-for';
import { readState, writeState } from './states';

/**
 * Makes this the shard that is planned, queued and crawled. It stands beside the counters that were counted for it, so
 * no setting that changes meanwhile can make the two disagree. What is being read is read to its end, whoever's it is
 * now; of a crawl that is under way, other models that went to another machine leave the queue, and those come in that
 * are ours now and were never asked for.
 */
export function keepShard(db: LikesOutDatabase, shard: Shard): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    const counters = await readState(db, 'counters');
    if (counters.shard.i === shard.i && counters.shard.n === shard.n) return;
    const models = await db.models.toArray();
    const planned = { ...counters, ...countPlan(models, shard) };
    const joining = (await isEverythingUnderWay(db)) ? models.filter((model) => isToJoin(model, shard)) : [];
    const put = await notQueuedYet(db, joining.flatMap(requestsFor));
    const remove = await leaving(db, models, shard);
    await writeState(db, 'counters', await changeQueue(db, planned, put, remove));
  });
}

const isToJoin = ({ uid, state }: ModelRow, shard: Shard) => state === 'new' && isOfShard(uid, shard);

async function leaving(db: LikesOutDatabase, models: readonly ModelRow[], shard: Shard): Promise<string[]> {
  const begun = new Set(models.filter(({ state }) => state === 'crawling').map(({ uid }) => uid));
  const isLeaving = (request: CrawlRequest) =>
    request.kind !== 'discovery' &&
    request.pageIndex === 0 &&
    !begun.has(request.modelUid) &&
    !isOfShard(request.modelUid, shard);
  const pending = await db.requests.filter(({ state }) => state === 'pending').toArray();
  return pending.filter(isLeaving).map(({ uniqueKey }) => uniqueKey);
}

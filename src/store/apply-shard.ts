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
 * Sets the shard that is planned, queued and crawled. It is stored with the counters that depend on it, so a setting that
 * changes meanwhile cannot make the two disagree. If a crawl is under way, models that now belong to another machine leave
 * the queue, unless their list is half read, and new models that now belong to this one join it.
 */
export function applyShard(db: LikesOutDatabase, shard: Shard): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    const counters = await readState(db, 'counters');
    if (counters.shard.i === shard.i && counters.shard.n === shard.n) return;
    const models = await db.models.toArray();
    const planned = { ...counters, ...countPlan(models, shard) };
    const joining = (await isEverythingUnderWay(db)) ? models.filter((model) => isJoining(model, shard)) : [];
    const put = await notQueuedYet(db, joining.flatMap(requestsFor));
    const remove = await keysOfLeaving(db, models, shard);
    await writeState(db, 'counters', await changeQueue(db, planned, put, remove));
  });
}

const isJoining = ({ uid, state }: ModelRow, shard: Shard) => state === 'new' && isOfShard(uid, shard);

async function keysOfLeaving(
  db: LikesOutDatabase,
  models: readonly ModelRow[],
  shard: Shard,
): Promise<string[]> {
  const begun = new Set(models.filter(({ state }) => state === 'crawling').map(({ uid }) => uid));
  const isLeaving = (request: CrawlRequest) =>
    request.kind !== 'discovery' &&
    request.pageIndex === 0 &&
    !begun.has(request.modelUid) &&
    !isOfShard(request.modelUid, shard);
  const pending = await db.requests.filter(({ state }) => state === 'pending').toArray();
  return pending.filter(isLeaving).map(({ uniqueKey }) => uniqueKey);
}

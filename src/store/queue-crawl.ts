import type { CrawlExtent } from '../crawl/crawl-extent';
import type { ModelRequest } from '../crawl/crawl-request';
import { isSettled } from '../crawl/model-state';
import { isOfShard } from '../crawl/own-shard';
import { changeQueue } from './change-queue';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { queueDiscovery } from './queue-discovery';
import { requestsAnew, requestsFor } from './requests-for';
import { readState, writeState } from './states';

/** Queues what of this machine's shard is not queued yet, inside the caller's transaction over models, requests and states. */
export async function queueCrawl(db: LikesOutDatabase, extent: CrawlExtent, now: number): Promise<void> {
  const { shard } = await readState(db, 'counters');
  const models = (await db.models.toArray()).filter(({ uid }) => isOfShard(uid, shard));
  const pending = await db.requests.filter(({ state }) => state === 'pending').primaryKeys();
  const queued = new Set(pending);
  const requests = models
    .filter((model) => isMeant(model, extent))
    .flatMap((model) => (extent === 'anew' ? requestsAnew(model) : requestsFor(model)))
    .filter(({ uniqueKey }) => !queued.has(uniqueKey));
  if (extent === 'all') await queueCheaperChecks(db, models, now);
  await reopen(db, models, requests, extent);
  await writeState(db, 'counters', await changeQueue(db, await readState(db, 'counters'), requests));
}

function isMeant({ state, cause, factsError }: ModelRow, extent: CrawlExtent): boolean {
  if (extent !== 'failed') return true;
  return factsError !== null || (isSettled(state) && cause !== null && state !== 'gone');
}

/** One page of the catalogue tells 24 numbers of likes, so where there was one it is read before single models are asked. */
async function queueCheaperChecks(
  db: LikesOutDatabase,
  models: readonly ModelRow[],
  now: number,
): Promise<void> {
  const discovery = await readState(db, 'discovery');
  if (discovery === null || discovery.endedAt === null || discovery.error !== null) return;
  const { minimumLikes, pages } = discovery;
  const checks = models.filter(
    ({ state, isCountFresh, likeCount }) =>
      state === 'complete' && !isCountFresh && likeCount !== null && likeCount >= minimumLikes,
  );
  if (checks.length > pages) await queueDiscovery(db, minimumLikes, now);
}

/** Models whose list is asked for once more count as unsettled until then; a complete list stays what it is. */
async function reopen(
  db: LikesOutDatabase,
  models: readonly ModelRow[],
  requests: readonly ModelRequest[],
  extent: CrawlExtent,
): Promise<void> {
  const wanted = new Set(requests.filter(({ kind }) => kind === 'likes').map(({ modelUid }) => modelUid));
  const changed = models.flatMap((before): { before: ModelRow; after: ModelRow }[] => {
    if (before.state === 'complete') {
      const isLookedAt = extent === 'all' && before.isCountFresh;
      return isLookedAt ? [{ before, after: { ...before, isCountFresh: false } }] : [];
    }
    if (before.state === 'new' || !wanted.has(before.uid)) return [];
    return [{ before, after: { ...before, state: 'crawling', cause: null } }];
  });
  await db.models.bulkPut(changed.map(({ after }) => after));
  const counters = await readState(db, 'counters');
  await writeState(
    db,
    'counters',
    changed.reduce((sum, { before, after }) => recount(sum, before, after), counters),
  );
}

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

/**
 * Queues the requests of a crawl that are not pending yet, for this machine's shard, inside the caller's transaction over
 * models, requests and states.
 */
export async function queueCrawl(db: LikesOutDatabase, extent: CrawlExtent, now: number): Promise<void> {
  const { shard } = await readState(db, 'counters');
  const models = (await db.models.toArray()).filter(({ uid }) => isOfShard(uid, shard));
  const pending = await db.requests.filter(({ state }) => state === 'pending').primaryKeys();
  const queued = new Set(pending);
  const requests = models
    .filter((model) => isIncluded(model, extent))
    .flatMap((model) => (extent === 'anew' ? requestsAnew(model) : requestsFor(model)))
    .filter(({ uniqueKey }) => !queued.has(uniqueKey));
  if (extent === 'all') await queueCheaperChecks(db, models, now);
  await reopen(db, models, requests, extent);
  await writeState(db, 'counters', await changeQueue(db, await readState(db, 'counters'), requests));
}

function isIncluded({ state, cause, factsError }: ModelRow, extent: CrawlExtent): boolean {
  if (extent !== 'failed') return true;
  return factsError !== null || (isSettled(state) && cause !== null && state !== 'gone');
}

/**
 * A page of the catalogue has 24 numbers of likes. If there was a discovery and repeating it takes fewer requests than
 * checking single models, it goes first.
 */
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

/** The model once its list is requested again. */
export function reopened(model: ModelRow): ModelRow {
  if (model.state === 'new' || model.state === 'complete') return model;
  return { ...model, state: 'crawling', cause: null };
}

/** Models whose list is requested again count as unsettled until it has been read. A complete list stays complete. */
async function reopen(
  db: LikesOutDatabase,
  models: readonly ModelRow[],
  requests: readonly ModelRequest[],
  extent: CrawlExtent,
): Promise<void> {
  const wanted = new Set(requests.filter(({ kind }) => kind === 'likes').map(({ modelUid }) => modelUid));
  const changed = models.flatMap((before): { before: ModelRow; after: ModelRow }[] => {
    if (before.state === 'complete') {
      const isChecked = extent === 'all' && before.isCountFresh;
      return isChecked ? [{ before, after: { ...before, isCountFresh: false } }] : [];
    }
    const after = wanted.has(before.uid) ? reopened(before) : before;
    return after === before ? [] : [{ before, after }];
  });
  await db.models.bulkPut(changed.map(({ after }) => after));
  const counters = await readState(db, 'counters');
  await writeState(
    db,
    'counters',
    changed.reduce((sum, { before, after }) => recount(sum, before, after), counters),
  );
}

import type { CrawlRequest } from '../crawl/crawl-request';
import { laterHost, type HostState } from '../crawl/host-state';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

/** What a step does to its rows: the model as it is now, and the request that stays, if any. */
export type StepChange = {
  readonly model: ModelRow;
  readonly request: CrawlRequest | null;
  /** By how many the number of distinct users changed. */
  readonly users: number;
};

/**
 * Ends one step of the crawl in one transaction: the change itself, the request, the counters, the host. False, with
 * only the host's wait written, when the request is no longer where the step found it: somebody else ended it.
 */
export function endStep(
  db: LikesOutDatabase,
  asked: CrawlRequest,
  host: HostState,
  change: (model: ModelRow) => Promise<StepChange>,
): Promise<boolean> {
  const tables = [db.models, db.requests, db.likesPages, db.users, db.states];
  return db.transaction('rw', tables, async () => {
    await writeState(db, 'host', laterHost(await readState(db, 'host'), host));
    const stored = await db.requests.get(asked.uniqueKey);
    const before = await db.models.get(asked.modelUid);
    if (!stored || !before || !isSameStep(stored, asked)) return false;
    const { model, request, users } = await change(before);
    await db.models.put(model);
    if (request) await db.requests.put(request);
    else await db.requests.delete(asked.uniqueKey);
    const counters = recount(await readState(db, 'counters'), before, model);
    await writeState(db, 'counters', {
      ...counters,
      users: counters.users + users,
      requests: counters.requests + 1,
    });
    return true;
  });
}

function isSameStep(stored: CrawlRequest, asked: CrawlRequest): boolean {
  return (
    stored.state === 'pending' &&
    stored.sweep === asked.sweep &&
    stored.pageIndex === asked.pageIndex &&
    stored.position === asked.position &&
    stored.retryCount === asked.retryCount
  );
}

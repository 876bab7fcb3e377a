import type { CrawlRequest, ModelRequest } from '../crawl/crawl-request';
import { type HostState, laterHost } from '../crawl/host-state';
import { changeQueue } from './change-queue';
import { recount } from './count-model';
import type { Counters } from './counters';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

/** What a step leads to: the counters as they are then, and what stands in the queue in place of the request. */
export type StepEnd = { readonly counters: Counters; readonly queue: readonly CrawlRequest[] };

/**
 * Ends one step of the crawl in one transaction: the change itself, the request, the counters, the host. False, with
 * only the host's wait written, when the request is no longer where the step found it: somebody else ended it.
 */
export function endStep(
  db: LikesOutDatabase,
  asked: CrawlRequest,
  host: HostState,
  change: (counters: Counters) => Promise<StepEnd | null>,
): Promise<boolean> {
  const tables = [db.models, db.requests, db.likesPages, db.users, db.unlikes, db.states];
  return db.transaction('rw', tables, async () => {
    await writeState(db, 'host', laterHost(await readState(db, 'host'), host));
    const stored = await db.requests.get(asked.uniqueKey);
    if (!stored || !isSameStep(stored, asked)) return false;
    const before = await readState(db, 'counters');
    // A look whether the network is back leaves nothing on the wire.
    const sent = host.waitingFor === 'offline' ? 0 : 1;
    const end = await change({ ...before, requests: before.requests + sent });
    if (!end) return false;
    const remove = end.queue.some(({ uniqueKey }) => uniqueKey === asked.uniqueKey) ? [] : [asked.uniqueKey];
    await writeState(db, 'counters', await changeQueue(db, end.counters, end.queue, remove));
    return true;
  });
}

/** What a step does to a model, and by how many the number of distinct users changed. */
export type ModelStepEnd = {
  readonly model: ModelRow;
  readonly queue: readonly CrawlRequest[];
  readonly users: number;
  /** What the step added to these totals. */
  readonly read?: Pick<Counters, 'likesPages' | 'sweeps'>;
};

/** The same for a step about one model, whose share of the counters changes with it. */
export function endModelStep(
  db: LikesOutDatabase,
  asked: ModelRequest,
  host: HostState,
  change: (model: ModelRow) => Promise<ModelStepEnd>,
): Promise<boolean> {
  return endStep(db, asked, host, async (counters) => {
    const before = await db.models.get(asked.modelUid);
    if (!before) return null;
    const { model, queue, users, read } = await change(before);
    await db.models.put(model);
    const recounted = recount(counters, before, model);
    const totals = {
      users: recounted.users + users,
      likesPages: recounted.likesPages + (read?.likesPages ?? 0),
      sweeps: recounted.sweeps + (read?.sweeps ?? 0),
    };
    return { counters: { ...recounted, ...totals }, queue };
  });
}

function isSameStep(stored: CrawlRequest, asked: CrawlRequest): boolean {
  return (
    stored.state === 'pending' &&
    stored.pageIndex === asked.pageIndex &&
    stored.position === asked.position &&
    stored.retryCount === asked.retryCount &&
    sweepOf(stored) === sweepOf(asked)
  );
}

const sweepOf = (request: CrawlRequest) => (request.kind === 'discovery' ? null : request.sweep);

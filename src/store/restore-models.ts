import { dateCounts } from '../sketchfab/date-counts';
import { mergeFacts } from '../sketchfab/merge-facts';
import { isOfShard } from '../crawl/own-shard';
import type { ModelFacts } from '../sketchfab/model-facts';
import { changeQueue, notQueuedYet } from './change-queue';
import { startCrawl, startDiscovery } from './control-crawl';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import type { DatabaseStatus } from './database-id';
import { ownFacts } from './fact-sources';
import { isEverythingUnderWay } from './is-everything-under-way';
import { updateFacts, type ModelRow, newModelRow } from './model-row';
import { noteLearned } from './pending-backup';
import { requestsFor } from './requests-for';
import { readState, writeState } from './states';

export type Captured = {
  /** In the order of capture. */
  readonly models: readonly (ModelFacts & { readonly capturedAt: number })[];
  /** Models in the copy that can no longer be read. */
  readonly lost: number;
  readonly intent: DatabaseStatus['intent'];
};

/**
 * Restores captured models from their second copy, after the database was lost or fell behind. The models of the copy come
 * first in the order of capture, and a crawl that was running starts again. The database has no id until the copy agrees
 * with it, so if the worker dies in between, the restore is repeated.
 */
export function restoreCaptured(db: LikesOutDatabase, captured: Captured, now: number): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    await writeState(db, 'databaseId', null);
    const added = await putModels(
      db,
      captured.models.map((model) => ({
        ...dateCounts(model, now),
        capturedAt: Math.min(model.capturedAt, now),
      })),
    );
    const before = await readState(db, 'restored');
    const models = added.length;
    if (models > 0 || (captured.lost > 0 && before === null))
      await writeState(db, 'restored', { at: now, models, lost: captured.lost });
    await resumeCrawl(db, added, captured.intent, now);
  });
}

/** Returns the models that the database did not have. */
async function putModels(db: LikesOutDatabase, copied: Captured['models']): Promise<readonly ModelRow[]> {
  const present = new Map((await db.models.orderBy('order').toArray()).map((row) => [row.uid, row]));
  const others = [...present.values()].filter(isNotAmong(copied));
  // The copy does not say when its facts were observed.
  const asCopied = copied.map(({ capturedAt, ...facts }, order) => ({
    ...newModelRow(facts, order, capturedAt),
    observedAt: null,
  }));
  const rows = [
    ...asCopied.map((row) => merge(present.get(row.uid), row)),
    ...others.map((row, i) => ({ ...row, order: copied.length + i })),
  ];
  await db.models.bulkPut(rows);
  // What the database knew about them and the copy did not.
  await noteLearned(
    db,
    asCopied.map((before, i) => [before, rows[i] ?? before]),
  );
  const counters = await readState(db, 'counters');
  const recounted = rows.reduce((sum, row) => recount(sum, present.get(row.uid), row), counters);
  await writeState(db, 'counters', recounted);
  return rows.filter(({ uid }) => !present.has(uid));
}

function isNotAmong(copied: Captured['models']) {
  const uids = new Set(copied.map(({ uid }) => uid));
  return ({ uid }: ModelRow) => !uids.has(uid);
}

/** The database is newer, and the copy has no origins; it fills in what it does not know. */
function merge(present: ModelRow | undefined, copied: ModelRow): ModelRow {
  if (!present) return copied;
  const known = updateFacts(
    present,
    { ...mergeFacts(ownFacts(present), copied), likeCount: null },
    present.observedAt,
  );
  return { ...known, order: copied.order, capturedAt: Math.min(present.capturedAt, copied.capturedAt) };
}

/** A crawl that is under way gets the models that were added. It has requested the others, or will. */
async function resumeCrawl(
  db: LikesOutDatabase,
  added: readonly ModelRow[],
  intent: DatabaseStatus['intent'],
  now: number,
): Promise<void> {
  if (await isEverythingUnderWay(db)) {
    const counters = await readState(db, 'counters');
    const requests = added.filter(({ uid }) => isOfShard(uid, counters.shard)).flatMap(requestsFor);
    await writeState(db, 'counters', await changeQueue(db, counters, await notQueuedYet(db, requests)));
  }
  if (intent.minimumLikes !== null) await startDiscovery(db, intent.minimumLikes, now);
  if (intent.wasCrawling) await startCrawl(db, 'all', now);
}

/** The user has dismissed the notice, or started something new. */
export function forgetRestored(db: LikesOutDatabase): Promise<void> {
  return writeState(db, 'restored', null);
}

import { mergeFacts } from '../sketchfab/merge-facts';
import type { ModelFacts } from '../sketchfab/model-facts';
import { startCrawl, startDiscovery } from './control-crawl';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import type { DatabaseStatus } from './database-id';
import { isEverythingUnderWay } from './is-everything-under-way';
import { learn, type ModelRow, newModelRow } from './model-row';
import { noteLearned } from './pending-backup';
import { queueCrawl } from './queue-crawl';
import { readState, writeState } from './states';

export type Captured = {
  /** In the order of capture. */
  readonly models: readonly (ModelFacts & { readonly capturedAt: number })[];
  /** Models that the copy had and nobody can read any more. */
  readonly lost: number;
  readonly intent: DatabaseStatus['intent'];
};

/**
 * Takes in captured models from their second copy, since this database was lost or is behind. Those of the copy come
 * first in the order of capture, as they stand there; a crawl that was wanted queues everything and goes on. The
 * database has no epoch until the copy agrees with it, so that after a death in between this is done again.
 */
export function restoreCaptured(db: LikesOutDatabase, captured: Captured, now: number): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    await writeState(db, 'databaseId', null);
    const models = await putModels(db, captured.models);
    const before = await readState(db, 'restored');
    if (models > 0 || (captured.lost > 0 && before === null))
      await writeState(db, 'restored', { at: now, models, lost: captured.lost });
    await goOn(db, captured.intent, now);
  });
}

/** Returns how many of them the database did not have. */
async function putModels(db: LikesOutDatabase, copied: Captured['models']): Promise<number> {
  const present = new Map((await db.models.orderBy('order').toArray()).map((row) => [row.uid, row]));
  const others = [...present.values()].filter(isNotAmong(copied));
  // The copy tells no time of what was learned later.
  const asCopied = copied.map(({ capturedAt, ...facts }, order) => ({
    ...newModelRow(facts, order, capturedAt),
    observedAt: null,
  }));
  const rows = [
    ...asCopied.map((row) => merge(present.get(row.uid), row)),
    ...others.map((row, i) => ({ ...row, order: copied.length + i })),
  ];
  await db.models.bulkPut(rows);
  // What the database knew of them and their copy did not.
  await noteLearned(
    db,
    asCopied.map((before, i) => [before, rows[i] ?? before]),
  );
  const counters = await readState(db, 'counters');
  const recounted = rows.reduce((sum, row) => recount(sum, present.get(row.uid), row), counters);
  await writeState(db, 'counters', recounted);
  return rows.length - present.size;
}

function isNotAmong(copied: Captured['models']) {
  const uids = new Set(copied.map(({ uid }) => uid));
  return ({ uid }: ModelRow) => !uids.has(uid);
}

/** What the database says is newer; the copy fills its silence. */
function merge(present: ModelRow | undefined, copied: ModelRow): ModelRow {
  if (!present) return copied;
  const known = learn(present, { ...mergeFacts(present, copied), likeCount: null }, present.observedAt);
  return { ...known, order: copied.order, capturedAt: Math.min(present.capturedAt, copied.capturedAt) };
}

async function goOn(db: LikesOutDatabase, intent: DatabaseStatus['intent'], now: number): Promise<void> {
  if (await isEverythingUnderWay(db)) await queueCrawl(db, 'all', now);
  if (intent.minimumLikes !== null) await startDiscovery(db, intent.minimumLikes, now);
  if (intent.wasCrawling) await startCrawl(db, 'all', now);
}

/** The person has read it, or goes on as if. */
export function forgetRestored(db: LikesOutDatabase): Promise<void> {
  return writeState(db, 'restored', null);
}

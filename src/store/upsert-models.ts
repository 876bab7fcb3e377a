import { type CrawlRequest, uniqueKeyOf } from '../crawl/crawl-request';
import { isOfShard } from '../crawl/own-shard';
import { dateCounts } from '../sketchfab/date-counts';
import type { ModelFacts } from '../sketchfab/model-facts';
import { changeQueue, notQueuedYet } from './change-queue';
import { recount } from './count-model';
import type { Counters } from './counters';
import type { LikesOutDatabase } from './database';
import { isEverythingUnderWay } from './is-everything-under-way';
import {
  hasAnsweredCount,
  wasShownToEveryone,
  lacksFacts,
  updateFacts,
  type ModelRow,
  newModelRow,
} from './model-row';
import { noteLearned } from './pending-backup';
import { putModels } from './put-models';
import { requestsFor } from './requests-for';
import { readState, writeState } from './states';

export type UpsertedModels = { readonly counters: Counters; readonly newModels: number };

/**
 * Stores facts about models, inside the caller's transaction over models, requests and states. They are public if whatever
 * told the facts shows them to everyone. A crawl of everything that is under way is extended by the new models of this
 * machine's shard, and drops its requests for numbers of likes that are now known.
 */
export async function upsertModels(
  db: LikesOutDatabase,
  { models, isPublic }: { readonly models: readonly ModelFacts[]; readonly isPublic: boolean },
  before: Counters,
  now: number,
): Promise<UpsertedModels> {
  const distinct = [...new Map(models.map((facts) => [facts.uid, dateCounts(facts, now)])).values()];
  const known = await db.models.bulkGet(distinct.map(({ uid }) => uid));
  const checks = await pendingChecks(db, known);
  const put: CrawlRequest[] = [];
  const remove: string[] = [];
  let counters = before;
  const isCrawlOn = await isEverythingUnderWay(db);
  const joins = ({ uid }: ModelFacts) => isCrawlOn && isOfShard(uid, before.shard);
  const rows = distinct.map((facts, i) => {
    const old = known[i];
    const updated = old ? updateFacts(old, facts, now) : newModelRow(facts, counters.models, now);
    const isCheckNeedless =
      old !== undefined && hasAnsweredCount(facts) && checks.has(old.uid) && !lacksFacts(updated);
    if (isCheckNeedless) remove.push(uniqueKeyOf('model', old.uid));
    if (isCheckNeedless || (!old && joins(facts))) put.push(...requestsFor(updated));
    const row: ModelRow = {
      ...updated,
      isPublic: isPublic || wasShownToEveryone(updated),
      ...(isPublic && { shownAt: now }),
      isCountFresh: updated.isCountFresh && !isCheckNeedless,
    };
    counters = recount(counters, old, row);
    return row;
  });
  await putModels(db, rows);
  await noteLearned(
    db,
    rows.map((row, i) => [known[i], row]),
  );
  const newModels = counters.models - before.models;
  return { counters: await changeQueue(db, counters, await notQueuedYet(db, put), remove), newModels };
}

/** The complete models for which only the number of likes is still to be requested. Before a list it is always requested. */
async function pendingChecks(
  db: LikesOutDatabase,
  known: readonly (ModelRow | undefined)[],
): Promise<ReadonlySet<string>> {
  const complete = known.filter((row) => row !== undefined).filter(({ state }) => state === 'complete');
  const facts = await db.requests.bulkGet(complete.map(({ uid }) => uniqueKeyOf('model', uid)));
  const lists = await db.requests.bulkGet(complete.map(({ uid }) => uniqueKeyOf('likes', uid)));
  const isCheck = (_: ModelRow, i: number) => facts[i]?.state === 'pending' && lists[i]?.state !== 'pending';
  return new Set(complete.filter(isCheck).map(({ uid }) => uid));
}

/** Stores the models that a page showed. Returns how many were new. */
export function recordSightings(
  db: LikesOutDatabase,
  sightings: readonly ModelFacts[],
  now: number,
): Promise<number> {
  return db.transaction('rw', [db.models, db.states, db.requests], async () => {
    const before = await readState(db, 'counters');
    const { counters, newModels } = await upsertModels(
      db,
      { models: sightings, isPublic: false },
      before,
      now,
    );
    await writeState(db, 'counters', counters);
    return newModels;
  });
}

import { type CrawlRequest, uniqueKeyOf } from '../crawl/crawl-request';
import { isOfShard } from '../crawl/own-shard';
import type { ModelFacts } from '../sketchfab/model-facts';
import { changeQueue, notQueuedYet } from './change-queue';
import { recount } from './count-model';
import type { Counters } from './counters';
import type { LikesOutDatabase } from './database';
import { isEverythingUnderWay } from './is-everything-under-way';
import { lacksFacts, learn, type ModelRow, newModelRow } from './model-row';
import { noteLearned } from './pending-backup';
import { requestsFor } from './requests-for';
import { readState, writeState } from './states';

export type ImportSummary = { readonly counters: Counters; readonly newModels: number };

/**
 * Stores what somebody says of models, inside the caller's transaction over models, requests and states. A crawl of
 * everything that is under way takes in the new ones of this machine's shard, and asks no more for numbers of likes
 * that it was told.
 */
export async function upsertModels(
  db: LikesOutDatabase,
  found: readonly ModelFacts[],
  before: Counters,
  now: number,
): Promise<ImportSummary> {
  const distinct = [...new Map(found.map((facts) => [facts.uid, facts])).values()];
  const known = await db.models.bulkGet(distinct.map(({ uid }) => uid));
  const checks = await pendingChecks(db, known);
  const put: CrawlRequest[] = [];
  const remove: string[] = [];
  let counters = before;
  const isCrawlOn = await isEverythingUnderWay(db);
  const joins = ({ uid }: ModelFacts) => isCrawlOn && isOfShard(uid, before.shard);
  const rows = distinct.map((facts, i) => {
    const old = known[i];
    const learned = old ? learn(old, facts, now) : newModelRow(facts, counters.models, now);
    const isTold =
      old !== undefined && facts.likeCount !== null && checks.has(old.uid) && !lacksFacts(learned);
    if (isTold) remove.push(uniqueKeyOf('model', old.uid));
    if (isTold || (!old && joins(facts))) put.push(...requestsFor(learned));
    const row: ModelRow = isTold ? { ...learned, isCountFresh: false } : learned;
    counters = recount(counters, old, row);
    return row;
  });
  await db.models.bulkPut(rows);
  await noteLearned(
    db,
    rows.map((row, i) => [known[i], row]),
  );
  const newModels = counters.models - before.models;
  return { counters: await changeQueue(db, counters, await notQueuedYet(db, put), remove), newModels };
}

/** The complete models of which the crawl is about to ask the number of likes alone; before a list it is asked anew. */
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

/** Stores what a page showed, and returns how many of the models were new. A crawl under way takes those in. */
export function recordSightings(
  db: LikesOutDatabase,
  sightings: readonly ModelFacts[],
  now: number,
): Promise<number> {
  return db.transaction('rw', [db.models, db.states, db.requests], async () => {
    const before = await readState(db, 'counters');
    const { counters, newModels } = await upsertModels(db, sightings, before, now);
    await writeState(db, 'counters', counters);
    return newModels;
  });
}

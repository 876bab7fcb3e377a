import type { LocalModel } from '../dataset/import/import-store';
import type { ImportedModel } from '../dataset/import/imported-dataset';
import { dateCounts } from '../sketchfab/date-counts';
import { noFacts, pickFacts, tableFacts } from '../sketchfab/model-facts';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import { type ModelRow, newModelRow } from './model-row';
import { noteLearned } from './pending-backup';
import type { StagedModelRow } from './rows';
import { readState, writeState } from './states';

type Merge = (local: LocalModel | null, imported: ImportedModel) => LocalModel;

const modelsInBatch = 1_000;

/**
 * Merges the models of an import into the captured ones, inside the caller's transaction. Unknown models are added at the
 * end of the order of capture. This queues nothing and changes no state, since both are about this browser's own crawl.
 */
export async function mergeStagedModels(
  db: LikesOutDatabase,
  staging: number,
  merge: Merge,
  now: number,
): Promise<void> {
  let counters = await readState(db, 'counters');
  const learned: [ModelRow, ModelRow][] = [];
  for (let last = ''; ;) {
    const staged = await readBatch(db, staging, last);
    if (staged.length === 0) break;
    last = staged.at(-1)?.uid ?? last;
    const known = await db.models.bulkGet(staged.map(({ uid }) => uid));
    const rows = staged.map(({ staging: _, ...imported }, i) => {
      const before = known[i];
      const merged = merge(before ? localModel(before) : null, imported);
      const row = dateCounts(before ? withFacts(before, merged) : added(merged, counters.models, now), now);
      if (before) learned.push([before, row]);
      counters = recount(counters, before, row);
      return row;
    });
    await db.models.bulkPut(rows);
  }
  await noteLearned(db, learned);
  await writeState(db, 'counters', counters);
}

function readBatch(db: LikesOutDatabase, staging: number, after: string): Promise<StagedModelRow[]> {
  return db.importedModels
    .where(':id')
    .between([staging, after], [staging, '\uffff'], false)
    .limit(modelsInBatch)
    .toArray();
}

function added(merged: LocalModel, order: number, now: number): ModelRow {
  const { observedAt, ...facts } = merged;
  return { ...newModelRow({ ...noFacts(facts.uid), ...facts }, order, now), observedAt };
}

/** Leaves `isCountFresh` as it is: it is about what this browser got from the site. */
function withFacts(before: ModelRow, merged: LocalModel): ModelRow {
  const isWhole = merged.tags !== null && merged.categories !== null;
  return { ...before, ...merged, factsError: isWhole ? null : before.factsError };
}

/** A captured model as the merge reads it. An empty name counts as unknown. */
export function localModel(row: ModelRow): LocalModel {
  const { uid, observedAt } = row;
  return { uid, ...pickFacts(tableFacts, row), name: row.name || null, observedAt };
}

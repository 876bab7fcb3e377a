import type { ImportedModel } from '../dataset/import/imported-dataset';
import { importedFacts } from '../dataset/merge/merge-model';
import { dateCounts } from '../sketchfab/date-counts';
import { noFacts } from '../sketchfab/model-facts';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import { type FactsOfImport, mergeSources, ownFacts } from './fact-sources';
import { type ModelRow, newModelRow } from './model-row';
import { noteLearned } from './pending-backup';
import type { StagedModelRow } from './rows';
import { readState, writeState } from './states';

type Source = Required<Pick<FactsOfImport, 'staging' | 'isProven'>>;

const modelsInBatch = 1_000;

/**
 * Merges the models of an import into the captured ones, inside the caller's transaction. Unknown models are added at the
 * end of the order of capture. This queues nothing and changes no state, since both are about this browser's own crawl.
 */
export async function mergeStagedModels(db: LikesOutDatabase, source: Source, now: number): Promise<void> {
  let counters = await readState(db, 'counters');
  const learned: [ModelRow, ModelRow][] = [];
  for (let last = ''; ;) {
    const staged = await readBatch(db, source.staging, last);
    if (staged.length === 0) break;
    last = staged.at(-1)?.uid ?? last;
    const known = await db.models.bulkGet(staged.map(({ uid }) => uid));
    const rows = staged.map((model, i) => {
      const imported = dateCounts({ ...noFacts(model.uid), ...model }, now);
      const before = known[i];
      const row = withImport(before ?? added(imported, counters.models, now), imported, source, !before);
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

function added({ uid }: ImportedModel, order: number, now: number): ModelRow {
  return { ...newModelRow(noFacts(uid), order, now), observedAt: null };
}

/** Leaves `isCountFresh` as it is: it is about what this browser got from the site. */
function withImport(row: ModelRow, model: ImportedModel, source: Source, isNew: boolean): ModelRow {
  const imports = [...(row.sources?.imports ?? []), { ...importedFacts(model), ...source }];
  return mergeSources(ownFacts(row), imports, row.sources?.isCaptured ?? !isNew);
}

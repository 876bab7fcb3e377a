import { uniqueKeyOf } from '../crawl/crawl-request';
import { changeQueue } from './change-queue';
import { recount } from './count-model';
import type { Counters } from './counters';
import type { LikesOutDatabase } from './database';
import { mergeSources, ownFacts } from './fact-sources';
import { removeStaging } from './imported-rows';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

/**
 * Removes a live import, inside the caller's transaction over imports, models, requests and states: its likes, its facts,
 * and the models that nothing else has brought. What was read here stays, even of a model that the import brought.
 */
export async function removeImport(db: LikesOutDatabase, staging: number): Promise<void> {
  await removeStaging(db, staging);
  const rows = await db.models.orderBy('order').toArray();
  let counters = await readState(db, 'counters');
  const changed: ModelRow[] = [];
  const removed: ModelRow[] = [];
  for (const [place, row] of rows.entries()) {
    const without = withoutImport(row, staging);
    // The order of capture has no gaps: the next model gets the number of models.
    const order = place - removed.length;
    if (!without) removed.push(row);
    else if (without !== row || order !== row.order) changed.push({ ...without, order });
    counters = recount(counters, row, without);
  }
  await db.models.bulkPut(changed);
  await db.models.bulkDelete(removed.map(({ uid }) => uid));
  await forgetRemoved(db, counters, removed);
}

/** Undefined for a model that nothing else has brought. */
function withoutImport(row: ModelRow, staging: number): ModelRow | undefined {
  if (!row.sources?.imports.some((source) => source.staging === staging)) return row;
  const { isCaptured } = row.sources;
  const rest = row.sources.imports.filter((source) => source.staging !== staging);
  const isRead = row.lastSweep >= 0 || row.state !== 'new' || row.hasAskedForFacts;
  if (rest.length === 0 && !isCaptured && !isRead) return undefined;
  return mergeSources(ownFacts(row), rest, isCaptured);
}

async function forgetRemoved(
  db: LikesOutDatabase,
  counters: Counters,
  removed: readonly ModelRow[],
): Promise<void> {
  const requests = removed.flatMap(({ uid }) => [uniqueKeyOf('model', uid), uniqueKeyOf('likes', uid)]);
  await writeState(db, 'counters', await changeQueue(db, counters, [], requests));
  const uids = new Set(removed.map(({ uid }) => uid));
  const noted = await readState(db, 'uncopied');
  await writeState(
    db,
    'uncopied',
    noted.filter((uid) => !uids.has(uid)),
  );
}

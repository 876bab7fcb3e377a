import { uniqueKeyOf } from '../crawl/crawl-request';
import type { Counters } from './counters';
import { changeQueue } from './change-queue';
import { recount } from './count-model';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

/**
 * Changes models, or removes those for which `change` gives none, inside the caller's transaction over models, requests and
 * states. Their requests go with them. Afterwards the second copy has to be made anew.
 */
export async function rewriteModels(
  db: LikesOutDatabase,
  change: (row: ModelRow) => ModelRow | undefined,
): Promise<void> {
  const rows = await db.models.orderBy('order').toArray();
  let counters = await readState(db, 'counters');
  const changed: ModelRow[] = [];
  const removed: ModelRow[] = [];
  for (const [place, row] of rows.entries()) {
    const after = change(row);
    // The order of capture has no gaps: the next model gets the number of models.
    const order = place - removed.length;
    if (!after) removed.push(row);
    else if (after !== row || order !== row.order) changed.push({ ...after, order });
    counters = recount(counters, row, after);
  }
  await db.models.bulkPut(changed);
  await db.models.bulkDelete(removed.map(({ uid }) => uid));
  await forgetRemoved(db, counters, removed);
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

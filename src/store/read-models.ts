import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';

/** All models, in the order of their ids, so many at a time: 300,000 at once would be half a gigabyte. */
export async function* readModelBatches(
  db: LikesOutDatabase,
  size: number,
): AsyncGenerator<readonly ModelRow[]> {
  for (let last = ''; ;) {
    const rows = await db.models.where(':id').above(last).limit(size).toArray();
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.uid;
  }
}

/** The models that were captured last, the newest first. */
export function readNewestModels(db: LikesOutDatabase, limit: number): Promise<readonly ModelRow[]> {
  return db.models.orderBy('order').reverse().limit(limit).toArray();
}

/** `undefined` for those that are not stored. */
export function readModels(
  db: LikesOutDatabase,
  uids: readonly ModelUid[],
): Promise<readonly (ModelRow | undefined)[]> {
  return db.models.bulkGet([...uids]);
}

import type { LikesOutDatabase } from './database';
import type { ModelRow } from './model-row';

/** Dexie tells which rows have changed only if fewer than 50 are put at once. Of more it says that any may have. */
const rowsThatAreNamed = 49;

/** Stores rows, inside the caller's transaction, so that whoever follows them need not read all models again. */
export async function putModels(db: LikesOutDatabase, rows: readonly ModelRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsThatAreNamed)
    await db.models.bulkPut(rows.slice(start, start + rowsThatAreNamed));
}

import type { LikesOutDatabase } from './database';

/** Deletes the rows of an import, live or not, inside the caller's transaction. */
export async function removeStaging(db: LikesOutDatabase, staging: number): Promise<void> {
  await db.imports.delete(staging);
  await db.importedModels
    .where(':id')
    .between(...rowsOf(staging))
    .delete();
  await db.importedLikes
    .where(':id')
    .between(...rowsOf(staging))
    .delete();
}

/** The bounds of the rows of an import. */
export const rowsOf = (staging: number) =>
  [
    [staging, -Infinity],
    [staging, '\uffff'],
  ] as const;

import type { LikesOutDatabase } from '../../src/store/database';

/** Every row of every table. */
export async function dumpTables(db: LikesOutDatabase): Promise<Record<string, unknown[]>> {
  const dumps = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(dumps));
}

import type { LikesOutDatabase } from '../../../src/store/database';

/** The rows of every table by its name. */
export type Tables = Readonly<Record<string, readonly object[]>>;

export async function dumpTables(db: LikesOutDatabase): Promise<Tables> {
  const dumps = db.tables.map(async (table) => [table.name, (await table.toArray()) as object[]] as const);
  return Object.fromEntries(await Promise.all(dumps));
}

export async function restoreTables(db: LikesOutDatabase, tables: Tables): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut([...(tables[table.name] ?? [])]);
    }
  });
}

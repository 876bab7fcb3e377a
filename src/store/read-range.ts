import type { Table } from 'dexie';

// Some hundred kB of rows. An export reads all models five times: asked for one by one, each is a request of its own.
const rowsInPage = 500;

/** The rows from `first` to `last`, both with, by primary key, a page at a time. */
export async function* readRange<Row, Key extends string>(
  table: Table<Row, Key>,
  first: Key,
  last: Key,
  keyOf: (row: Row) => Key,
): AsyncGenerator<readonly Row[]> {
  let after: Key | null = null;
  for (;;) {
    const range = table.where(':id').between(after ?? first, last, after === null, true);
    const rows: readonly Row[] = await range.limit(rowsInPage).toArray();
    if (rows.length > 0) yield rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < rowsInPage) return;
    after = keyOf(end);
  }
}

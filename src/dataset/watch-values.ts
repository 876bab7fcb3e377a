import { columnKind } from './entry-shape';
import type { LeakScan } from './leak-scan';
import type { RowGroup } from './parquet-bytes';
import { setImmediate } from './set-immediate';
import type { Table } from './table';

/** Shows the leak scan the values of a Parquet table, which cannot be found in its compressed bytes. */
export async function* watchValues(
  { path, columns }: Table,
  groups: AsyncIterable<RowGroup> | Iterable<RowGroup>,
  scan: Pick<LeakScan, 'values'>,
): AsyncGenerator<RowGroup> {
  for await (const group of groups) {
    for (const [index, column] of columns.entries()) {
      // Numbers are no ids, though an old id of a few digits may look like one.
      if (column.type === 'integer' || column.type === 'boolean') continue;
      scan.values(path, columnKind(column), texts(group[index] ?? []));
      // A column of 200,000 ids takes some 100 ms, and packing the group as long again.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    yield group;
  }
}

function* texts(values: Iterable<unknown>): Generator<string> {
  for (const value of values) {
    if (Array.isArray(value)) yield* texts(value);
    else if (typeof value === 'string') yield value;
  }
}

import type { Table } from '../tables/table';
import type { RowGroup } from '../tables/write-parquet';
import { setImmediate } from '../zip/set-immediate';
import { columnKind } from './entry-shape';
import type { LeakScan } from './leak-scan';

/** Passes row groups through and scans their values, which cannot be found in the compressed bytes. */
export async function* scanParquet(
  table: Table,
  groups: AsyncIterable<RowGroup> | Iterable<RowGroup>,
  scan: Pick<LeakScan, 'values'>,
): AsyncGenerator<RowGroup> {
  const { path, columns } = table;
  const idColumn = columns.findIndex(({ name }) => table.key.length === 1 && table.key[0] === name);
  for await (const group of groups) {
    for (const [index, column] of columns.entries()) {
      // Numbers are no ids, though a short old id may look like one.
      if (column.type !== undefined && column.type !== 'array') continue;
      const cells = group[index] ?? [];
      scan.values(path, columnKind(column), textsIn(cells), (line) => {
        const row = rowOfText(cells, line);
        return { line: row + 1, rowId: idAt(group[idColumn], row) };
      });
      // A column of 200,000 ids takes about 100 ms to scan, and its group as long again to compress.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    yield group;
  }
}

/** The row of the `nth` text, from 1: a list holds several texts, an empty cell none. */
function rowOfText(cells: RowGroup[number], nth: number): number {
  let left = nth;
  for (let row = 0; row < cells.length; row += 1) {
    left -= [...textsIn([cells[row]])].length;
    if (left <= 0) return row;
  }
  return cells.length;
}

function idAt(ids: RowGroup[number] | undefined, row: number): string | null {
  const id: unknown = ids?.[row];
  return typeof id === 'string' ? id : null;
}

function* textsIn(values: Iterable<unknown>): Generator<string | Uint8Array> {
  for (const value of values) {
    if (Array.isArray(value)) yield* textsIn(value);
    else if (typeof value === 'string' || value instanceof Uint8Array) yield value;
  }
}

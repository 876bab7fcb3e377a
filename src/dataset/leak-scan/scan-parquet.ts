import type { RowGroup } from '../tables/write-parquet';
import type { Column, Table } from '../tables/table';
import { setImmediate } from '../zip/set-immediate';
import type { ColumnKind, EntryShape, LeakScan } from './leak-scan';

/** Shows the leak scan the values of a Parquet table, which cannot be found in its compressed bytes. */
export async function* scanParquet(
  table: Table,
  groups: AsyncIterable<RowGroup> | Iterable<RowGroup>,
  scan: Pick<LeakScan, 'values'>,
): AsyncGenerator<RowGroup> {
  const { path, columns } = table;
  const ids = columns.findIndex(({ name }) => table.key.length === 1 && table.key[0] === name);
  for await (const group of groups) {
    for (const [index, column] of columns.entries()) {
      // Numbers are no ids, though an old id of a few digits may look like one.
      if (column.type === 'integer' || column.type === 'boolean') continue;
      const cells = group[index] ?? [];
      scan.values(path, columnKind(column), texts(cells), (line) => {
        const row = rowOfText(cells, line);
        return { line: row + 1, name: index === ids ? null : nameIn(group[ids], row) };
      });
      // A column of 200,000 ids takes some 100 ms, and packing the group as long again.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    yield group;
  }
}

/** The row of the text that comes as the `nth`, from 1: lists hold several, and cells without text none. */
function rowOfText(cells: RowGroup[number], nth: number): number {
  let left = nth;
  for (let row = 0; row < cells.length; row += 1) {
    left -= [...texts([cells[row]])].length;
    if (left <= 0) return row;
  }
  return cells.length;
}

function nameIn(ids: RowGroup[number] | undefined, row: number): string | null {
  const id: unknown = ids?.[row];
  return typeof id === 'string' ? id : null;
}

function* texts(values: Iterable<unknown>): Generator<string | Uint8Array> {
  for (const value of values) {
    if (Array.isArray(value)) yield* texts(value);
    else if (typeof value === 'string' || value instanceof Uint8Array) yield value;
  }
}

/** What the leak scan is to know of a file: the columns of a text table, or that it is prose or no text at all. */
export function entryShape(path: string, tables: readonly Table[]): EntryShape {
  const table = tables.find((other) => other.path === path);
  if (!table) return { form: 'text' };
  if (table.form === 'parquet') return { form: 'bytes' };
  return { form: table.form, columns: table.columns.map(columnKind) };
}

export const columnKind = ({ holds }: Column): ColumnKind => holds ?? 'own';

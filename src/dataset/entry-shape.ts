import type { ColumnKind, EntryShape } from './leak-scan';
import type { Column, Table } from './table';

/** What the leak scan is to know of a file: the columns of a text table, or that it is prose or no text at all. */
export function entryShape(path: string, tables: readonly Table[]): EntryShape {
  const table = tables.find((other) => other.path === path);
  if (!table) return { form: 'text' };
  if (table.form === 'parquet') return { form: 'bytes' };
  return { form: table.form, columns: table.columns.map(columnKind) };
}

export const columnKind = ({ holds }: Column): ColumnKind => holds ?? 'own';

import type { Column, Table } from '../tables/table';

/** How a file of the zip is scanned for leaks. */
export type EntryShape =
  | { readonly form: 'psv' | 'tsv' | 'lines'; readonly columns: readonly ColumnKind[] }
  | { readonly form: 'text' }
  /** Binary, such as Parquet: it holds no whole values. Its columns are scanned with `LeakScan.values`. */
  | { readonly form: 'bytes' };

/**
 * What the values of a column are. `id`: ids of users or models, where neither a raw user id nor a user name may occur.
 * `site`: text that people wrote, where a user name is only a mention. `own`: words and numbers of ours, not compared
 * with names.
 */
export type ColumnKind = 'id' | 'site' | 'own';

export function entryShape(path: string, tables: readonly Table[]): EntryShape {
  const table = tables.find((other) => other.path === path);
  if (!table) return { form: 'text' };
  if (table.form === 'parquet') return { form: 'bytes' };
  return { form: table.form, columns: table.columns.map(columnKind) };
}

export const columnKind = ({ holds }: Column): ColumnKind => holds ?? 'own';

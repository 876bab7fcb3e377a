import type { Statistics } from 'hyparquet';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { createEncoding } from '../columns/byte-buffer';
import type { Column, Table } from './table';

export type ColumnValues = readonly unknown[] | Int32Array;

/**
 * Some rows: a list of values for each column of the table, in its order, good until the next group. Times are of class
 * Date; texts may be UTF-8 already.
 */
export type RowGroup = readonly ColumnValues[];

// What the zip takes at once; see `tableText`.
const chunkBytes = 256 * 1024;

/**
 * The bytes of a Parquet file. Each group of rows becomes a row group and leaves before the next one is asked for, so
 * that memory is that of one group. A chunk is good until the next. No group at all gives a table of no rows.
 */
export async function* writeParquet(
  table: Pick<Table, 'columns'>,
  groups: AsyncIterable<RowGroup> | Iterable<RowGroup>,
): AsyncGenerator<Uint8Array> {
  const bytes = new TakenBytes();
  const file = new ParquetWriter({ writer: bytes, schema: parquetSchema(table), createdBy: 'Likes Out' });
  for await (const group of groups) {
    await file.write({ columnData: columnData(table, group), rowGroupSize: group[0]?.length ?? 0 });
    for (const { meta_data } of file.row_groups.at(-1)?.columns ?? []) ownBounds(meta_data?.statistics);
    yield* bytes.take();
  }
  await file.finish();
  yield* bytes.take();
}

/** The writer keeps the smallest and the largest value until the file ends, and a group is good until the next only. */
function ownBounds(statistics: Statistics | undefined): void {
  if (statistics?.min_value instanceof Uint8Array) statistics.min_value = statistics.min_value.slice();
  if (statistics?.max_value instanceof Uint8Array) statistics.max_value = statistics.max_value.slice();
}

/** Hands out what was written since the last time, good until more is written. Places in the file are counted apart, in `offset`. */
class TakenBytes extends ByteWriter {
  *take(): Generator<Uint8Array> {
    const written = this.getBytes();
    for (let at = 0; at < written.length; at += chunkBytes) yield written.subarray(at, at + chunkBytes);
    this.index = 0;
  }
}

function columnData(table: Pick<Table, 'columns'>, group: RowGroup) {
  const encoding = createEncoding();
  // The writer's own way makes an array outside of the script's memory of each text, which is cleared away late.
  const encoded = (cell: unknown): unknown => {
    if (typeof cell === 'string') return encoding.encode(cell).slice();
    return Array.isArray(cell) ? cell.map(encoded) : cell;
  };
  return table.columns.map(({ name, type }, index) => ({
    name,
    data: isText(type) ? Array.from(group[index] ?? [], encoded) : (group[index] as unknown[] | Int32Array),
    // Its own choice looks at the first thousand values, finds ids that hardly repeat, and takes 2.4 times the room.
    ...(isId(name) && { encoding: 'RLE_DICTIONARY' as const }),
  }));
}

const isText = (type: Column['type']) => type === undefined || type === 'array';

const isId = (name: string) => /_(?:id|idx)$/.test(name);

/**
 * The table's columns as Parquet declares them. Given whole, never guessed from values: an empty table has none, and
 * lists in fewer than these three levels would be written as JSON.
 */
export function parquetSchema(table: Pick<Table, 'columns'>): SchemaElement[] {
  return [{ name: 'root', num_children: table.columns.length }, ...table.columns.flatMap(elements)];
}

function elements(column: Column): SchemaElement[] {
  const { name, type, constraints = {} } = column;
  const repetition_type = constraints['required'] === true ? 'REQUIRED' : 'OPTIONAL';
  if (type === 'array') return listElements(name);
  if (type === 'integer') return [{ name, type: 'INT32', repetition_type }];
  if (type === 'boolean') return [{ name, type: 'BOOLEAN', repetition_type }];
  if (type === 'datetime') return [{ name, ...utcMilliseconds, repetition_type }];
  return [{ name, ...text, repetition_type }];
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const utcMilliseconds = { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' } as const;

function listElements(name: string): SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...text, repetition_type: 'OPTIONAL' },
  ];
}

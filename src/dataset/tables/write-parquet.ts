import type { Statistics } from 'hyparquet';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { createUtf8Encoder } from '../columns/byte-buffer';
import type { Column, Table } from './table';

export type ColumnValues = readonly unknown[] | Int32Array;

/**
 * Some rows as columns, in the order of the table's columns. Overwritten by the next group. Days are counted from
 * 1970, times are Dates, texts are strings or UTF-8.
 */
export type RowGroup = readonly ColumnValues[];

// As in `createByteBuffer`.
const chunkBytes = 256 * 1024;

/**
 * The bytes of a Parquet file. Each group becomes a row group, which is handed out before the next is requested, so that
 * memory is bounded by one group. Each chunk is overwritten by the next. Without groups, the table has no rows.
 */
export async function* writeParquet(
  table: Pick<Table, 'columns'>,
  groups: AsyncIterable<RowGroup> | Iterable<RowGroup>,
): AsyncGenerator<Uint8Array> {
  const bytes = new DrainableByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: parquetSchema(table), createdBy: 'Likes Out' });
  for await (const group of groups) {
    await file.write({ columnData: columnData(table, group), rowGroupSize: group[0]?.length ?? 0 });
    for (const { meta_data } of file.row_groups.at(-1)?.columns ?? []) copyBounds(meta_data?.statistics);
    yield* bytes.take();
  }
  await file.finish();
  yield* bytes.take();
}

/** The writer keeps the minimum and maximum of each group until the end of the file, after the group is overwritten. */
function copyBounds(statistics: Statistics | undefined): void {
  if (statistics?.min_value instanceof Uint8Array) statistics.min_value = statistics.min_value.slice();
  if (statistics?.max_value instanceof Uint8Array) statistics.max_value = statistics.max_value.slice();
}

/** Hands out what was written since the last call; overwritten by further writes. File positions are in `offset`. */
class DrainableByteWriter extends ByteWriter {
  *take(): Generator<Uint8Array> {
    const written = this.getBytes();
    for (let at = 0; at < written.length; at += chunkBytes) yield written.subarray(at, at + chunkBytes);
    this.index = 0;
  }
}

function columnData(table: Pick<Table, 'columns'>, group: RowGroup) {
  const encoder = createUtf8Encoder();
  // The writer itself would allocate an array outside the JavaScript heap for each text, which is freed late.
  const encoded = (cell: unknown): unknown => {
    if (typeof cell === 'string') return encoder.encode(cell).slice();
    return Array.isArray(cell) ? cell.map(encoded) : cell;
  };
  return table.columns.map(({ name, type }, index) => ({
    name,
    data: isText(type) ? Array.from(group[index] ?? [], encoded) : (group[index] as unknown[] | Int32Array),
    // The writer chooses by the first thousand values, in which ids hardly repeat, and would need 2.4 times the space.
    ...(isId(name) && { encoding: 'RLE_DICTIONARY' as const }),
    // By default it would write RLE, of which fastparquet reads wrong numbers of values when some are null.
    ...(type === 'boolean' && { encoding: 'PLAIN' as const }),
  }));
}

const isText = (type: Column['type']) => type === undefined || type === 'array';

const isId = (name: string) => /_(?:id|idx)$/.test(name);

/**
 * The Parquet schema of the table. Always given, never inferred from values: an empty table has none, and lists with
 * fewer than these three levels would be written as JSON.
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
  if (type === 'date') return [{ name, type: 'INT32', converted_type: 'DATE', repetition_type }];
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

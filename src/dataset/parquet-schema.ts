import type { SchemaElement } from 'hyparquet-writer';
import type { Column, Table } from './table';

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

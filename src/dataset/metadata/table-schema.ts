import type { FileFacts } from '../dataset-summary';
import type { Table } from '../tables/table';

const profiles = 'https://datapackage.org/profiles/2.0';

/** A table as a resource of the Data Package. A foreign key is given if the other table is in the dataset too. */
export function describeTable(table: Table, file: FileFacts, others: readonly Table[]) {
  const { reference } = table;
  const foreignKey = reference && others.some(({ name }) => name === reference.table) ? reference : undefined;
  return {
    name: table.name,
    path: file.path,
    type: 'table',
    description: table.about,
    ...forms[table.form],
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fields: table.columns.map(({ name, type = 'string', about, constraints }) => ({
        name,
        type,
        description: about,
        ...(constraints && { constraints }),
      })),
      primaryKey: table.key,
      ...(foreignKey && {
        foreignKeys: [
          {
            fields: [foreignKey.column],
            reference: { resource: foreignKey.table, fields: [foreignKey.field] },
          },
        ],
      }),
    },
  };
}

const dialect = { $schema: `${profiles}/tabledialect.json`, header: true };
const text = { format: 'csv', encoding: 'utf-8' };

const forms: Readonly<Record<Table['form'], object>> = {
  /** Our PSV in the terms of Table Dialect. */
  psv: {
    ...text,
    mediatype: 'text/csv',
    dialect: { ...dialect, delimiter: '|', quoteChar: '\\', doubleQuote: true, lineTerminator: '\r\n' },
  },
  tsv: {
    ...text,
    mediatype: 'text/tab-separated-values',
    dialect: { ...dialect, delimiter: '\t', lineTerminator: '\n' },
  },
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
};

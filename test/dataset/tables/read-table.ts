import type { MadeZip } from '../zip/made-zip';
import { parsePsv } from './parse-psv';
import { readParquet, readParquetMetadata } from './read-parquet';

export type ReadTable = {
  readonly header: readonly string[];
  /** By column. An empty field of a text table is null, except a name. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
};

/** A table of the zip, whatever its format. */
export async function readTable(made: MadeZip, path: string): Promise<ReadTable> {
  const [name = '', ending] = path.split('/').at(-1)!.split('.');
  if (ending === 'parquet') {
    const { schema } = readParquetMetadata(made, name);
    const header = schema.map((element) => element.name).filter((column) => !listLevels.includes(column));
    return { header, records: await readParquet(made, name) };
  }
  const text = made.files.get(path)!.toString();
  const [header = [], ...records] = ending === 'psv' ? parsePsv(text) : parseTsv(text);
  return {
    header,
    records: records.map((record) =>
      Object.fromEntries(header.map((column, i) => [column, record[i] || null])),
    ),
  };
}

const listLevels = ['root', 'list', 'element'];

const parseTsv = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

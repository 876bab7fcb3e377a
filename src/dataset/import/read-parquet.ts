import { type FileMetaData, parquetMetadata, parquetRead, parquetSchema, snappyUncompress } from 'hyparquet';
import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/read-directory';
import { unpackEntry } from '../zip/read-entry';

const limits = {
  fileBytes: 1_000_000_000,
  /** Ours are of one megabyte before compression. */
  pageBytes: 64_000_000,
  groups: 10_000,
  rowsInGroup: 1_000_000,
  rows: 100_000_000,
};

/**
 * The rows of a Parquet file of ours as lists of values, a group of rows at a time: of the columns in their order,
 * then of the optional ones, with `undefined` for those that the file does not have. No others are read. Moments are
 * ms since 1970, whole numbers are numbers.
 */
export async function* readParquetRows(
  zip: Blob,
  entry: ZipEntry,
  columns: readonly string[],
  optional: readonly string[] = [],
): AsyncGenerator<readonly (readonly unknown[])[]> {
  const file = await wholeEntry(zip, entry);
  const metadata = refuse(entry, () => parquetMetadata(file));
  const present = refuse(entry, () => columnNames(metadata));
  checkMetadata(entry, metadata, present, columns);
  const wanted = [...columns, ...optional];
  const read = [...new Set(wanted.filter((name) => present.includes(name)))];
  const places = wanted.map((name) => read.indexOf(name));
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const rows = await readRows({ file, metadata, columns: read, rowStart, rowEnd }, entry);
    if (rows.length !== rowEnd - rowStart) throw new ImportError({ code: 'missingRows', path: entry.path });
    yield rows.map((row) => places.map((place) => row[place]));
    rowStart = rowEnd;
  }
}

const columnNames = (metadata: FileMetaData) =>
  parquetSchema(metadata).children.map(({ element }) => element.name);

async function wholeEntry(zip: Blob, entry: ZipEntry): Promise<ArrayBuffer> {
  if (entry.inflatedBytes > limits.fileBytes)
    throw new ImportError({ code: 'fileTooLarge', path: entry.path });
  const whole = new Uint8Array(entry.inflatedBytes);
  let at = 0;
  for await (const bytes of unpackEntry(zip, entry)) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole.buffer;
}

function checkMetadata(
  entry: ZipEntry,
  metadata: FileMetaData,
  present: readonly string[],
  columns: readonly string[],
): void {
  const missing = columns.find((name) => !present.includes(name));
  if (missing !== undefined)
    throw new ImportError({ code: 'missingColumn', path: entry.path, column: missing });
  const sizes = metadata.row_groups.map((group) => Number(group.num_rows));
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const isOdd =
    sizes.some((size) => !(size >= 0 && size <= limits.rowsInGroup)) || rows !== Number(metadata.num_rows);
  if (isOdd || sizes.length > limits.groups || rows > limits.rows) {
    throw new ImportError({ code: 'impossibleRows', path: entry.path, rows });
  }
}

async function readRows(
  range: { file: ArrayBuffer; metadata: FileMetaData; columns: string[]; rowStart: number; rowEnd: number },
  entry: ZipEntry,
): Promise<readonly (readonly unknown[])[]> {
  try {
    let rows: readonly unknown[][] = [];
    await parquetRead({
      ...range,
      compressors: { SNAPPY: inflatePage },
      parsers: { timestampFromMilliseconds: Number },
      onComplete: (found) => (rows = found),
    });
    return rows;
  } catch (cause) {
    throw new ImportError({ code: 'notParquet', path: entry.path }, { cause });
  }
}

function inflatePage(packed: Uint8Array, bytes: number): Uint8Array {
  if (!(bytes >= 0 && bytes <= limits.pageBytes)) throw new RangeError(`a page of ${bytes} bytes`);
  const page = new Uint8Array(bytes);
  snappyUncompress(packed, page);
  return page;
}

function refuse<Result>({ path }: ZipEntry, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    throw new ImportError({ code: 'notParquet', path }, { cause });
  }
}

import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/open-zip';
import { unpackEntry } from '../zip/read-entry';
import { inflatePage } from './check-page';
import { checkFooter, checkGroup, listColumns } from './check-parquet';

const limits = {
  fileBytes: 1_000_000_000,
  /** Parquet is compressed by itself. Only footers of many groups shrink further, by less than this. */
  compressionRatio: 20,
  groups: 10_000,
  /** The most that we write. */
  rowsInGroup: 200_000,
  rows: 100_000_000,
};

/**
 * The rows of a Parquet file of ours, a row group at a time. Each row has the values of `columns`, which the file must
 * have, and then of `optional`, with `undefined` for those it does not have. Dates are numbers of days since 1970, times of
 * ms. Throws an `ImportError` if the file is not such a table.
 */
export async function* readParquetRows(
  zip: Blob,
  entry: ZipEntry,
  columns: readonly string[],
  optional: readonly string[] = [],
): AsyncGenerator<readonly (readonly unknown[])[]> {
  const file = await wholeEntry(zip, entry);
  orRefuse(entry, () => checkFooter(entry.path, file));
  const metadata = orRefuse(entry, () => parquetMetadata(file, { geoparquet: false }));
  const wanted = [...columns, ...optional];
  const { present, readable } = orRefuse(entry, () => listColumns(metadata, wanted));
  checkMetadata(entry, metadata, present, columns);
  const read = [...new Set(wanted.filter((name) => present.includes(name)))];
  const positions = wanted.map((name) => read.indexOf(name));
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    orRefuse(entry, () => checkGroup(entry.path, file, group, readable));
    const rows = await readRows({ file, metadata, columns: read, rowStart, rowEnd }, entry);
    yield rows.map((row) => positions.map((position) => row[position]));
    rowStart = rowEnd;
  }
}

async function wholeEntry(zip: Blob, entry: ZipEntry): Promise<ArrayBuffer> {
  const { path, start, end, inflatedBytes: bytes } = entry;
  if (bytes > limits.fileBytes) throw new ImportError({ code: 'fileTooLarge', path });
  if (bytes > limits.compressionRatio * (end - start) + 100_000)
    throw new ImportError({ code: 'impossibleSize', path, bytes });
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
  let rows: readonly unknown[][] = [];
  const valueCounts = new Map(range.columns.map((name) => [name, 0]));
  try {
    await parquetRead({
      ...range,
      compressors: { SNAPPY: inflatePage },
      parsers: { dateFromDays: Number, timestampFromMilliseconds: Number },
      onChunk: ({ columnName, columnData }) =>
        valueCounts.set(columnName, (valueCounts.get(columnName) ?? 0) + columnData.length),
      onComplete: (found) => (rows = found),
    });
  } catch (cause) {
    throw new ImportError({ code: 'notParquet', path: entry.path }, { cause });
  }
  // The library fills up a column that ends early, so that the rows alone would look complete.
  const isShort = [...valueCounts.values()].some((count) => count !== range.rowEnd - range.rowStart);
  if (isShort) throw new ImportError({ code: 'missingRows', path: entry.path });
  return rows;
}

function orRefuse<Result>({ path }: ZipEntry, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError({ code: 'notParquet', path }, { cause });
  }
}

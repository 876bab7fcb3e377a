import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { MadeZip } from '../zip/made-zip';

export type ParquetRow = Readonly<Record<string, unknown>>;

const bufferOf = ({ files }: MadeZip, name: string): ArrayBuffer =>
  Uint8Array.from(files.get(`parquet/${name}.parquet`)!).buffer;

/** The rows of a Parquet table of the zip, read by an independent library. */
export async function readParquet(made: MadeZip, name: string): Promise<ParquetRow[]> {
  const rows = await parquetReadObjects({ file: bufferOf(made, name) });
  // The library gives `undefined` for a list that is null.
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? null])),
  );
}

export function readParquetMetadata(made: MadeZip, name: string): FileMetaData {
  return parquetMetadata(bufferOf(made, name));
}

import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { parquetMetadata, parquetRead } from 'hyparquet';

export type Counted = {
  readonly zipBytes: number;
  /** Rows of the likes table, and distinct users in it. */
  readonly psv: { readonly rows: number; readonly users: number };
  readonly parquet: { readonly rows: number; readonly users: number };
  /** Bytes before compression, by file. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
};

/** Counts what is in the tables, and takes nothing from the descriptions in the zip. */
export async function countDataset(path: string): Promise<Counted> {
  const content = await readFile(path);
  const zip = await JSZip.loadAsync(content);
  const files: { path: string; bytes: number }[] = [];
  for (const { name, dir } of Object.values(zip.files)) {
    if (dir) continue;
    let bytes = 0;
    for await (const chunk of bytesOf(zip, name)) bytes += chunk.length;
    files.push({ path: name, bytes });
  }
  return {
    zipBytes: content.length,
    psv: await countPsv(zip, 'data/model_likes_anon.psv'),
    parquet: await countParquet(zip, 'parquet/interactions.parquet'),
    files,
  };
}

export function bytesOf(zip: JSZip, path: string): AsyncIterable<Buffer> {
  // JSZip's own streams are older than `for await`.
  return new Readable().wrap(zip.file(path)!.nodeStream());
}

/** Names in this table are plain, so each line is a row whose last field is the pseudonym. */
async function countPsv(zip: JSZip, path: string) {
  const users = new Set<string>();
  let rows = 0;
  let rest = '';
  for await (const chunk of bytesOf(zip, path)) {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) users.add(line.slice(-32));
    rows += lines.length;
  }
  if (rest !== '') throw new Error(`${path} does not end with a line break`);
  // The header counted as one more user.
  return { rows: rows - 1, users: users.size - 1 };
}

async function countParquet(zip: JSZip, path: string) {
  const bytes = await zip.file(path)!.async('uint8array');
  const file = bytes.slice().buffer;
  const users = new Set<string>();
  let rows = 0;
  let rowStart = 0;
  for (const group of parquetMetadata(file).row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    await parquetRead({
      ...{ file, columns: ['user_id'], rowStart, rowEnd },
      onComplete(read) {
        rows += read.length;
        for (const [user] of read as unknown as string[][]) users.add(user!);
      },
    });
    rowStart = rowEnd;
  }
  return { rows, users: users.size };
}

import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';

export type ReadDataset = {
  readonly entries: readonly { readonly path: string; readonly bytes: number }[];
  readonly modelUids: readonly string[];
  readonly users: number;
  readonly likes: number;
  /** Likes by model uid; models without likes are missing. */
  readonly likesOf: ReadonlyMap<string, number>;
};

/** The numbers of a dataset, counted from the tables in the zip, not taken from its README. */
export async function readDataset(path: string): Promise<ReadDataset> {
  const zip = await JSZip.loadAsync(await readFile(path), { checkCRC32: true });
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  const entries = await Promise.all(
    files.map(async (file) => ({ path: file.name, bytes: (await file.async('uint8array')).length })),
  );
  const models = await readRecords(zip, 'data/model_urls.psv');
  const likes = await readRecords(zip, 'data/model_likes_anon.psv');
  const likesOf = new Map<string, number>();
  for (const [modelUid = ''] of likes.map((fields) => fields.slice(-2))) {
    likesOf.set(modelUid, (likesOf.get(modelUid) ?? 0) + 1);
  }
  return {
    entries,
    modelUids: models.map((fields) => fields.at(-1) ?? ''),
    users: new Set(likes.map((fields) => fields.at(-1))).size,
    likes: likes.length,
    likesOf,
  };
}

/** Ids are the last fields and contain no separator, so they are right whatever the name before them contains. */
async function readRecords(zip: JSZip, path: string): Promise<string[][]> {
  const file = zip.file(path);
  if (!file) throw new Error(`the zip has no ${path}`);
  const [, ...records] = (await file.async('string')).split('\r\n');
  return records.filter(Boolean).map((record) => record.split('|'));
}

import { Dexie } from 'dexie';
import type { ImportHead } from '../dataset/import/import-store';
import type { LikesOutDatabase } from './database';

/** A live import, as shown to the user. */
export type ImportSummary = Pick<ImportHead, 'importId' | 'kind' | 'exportedAt'> & {
  /** The fingerprint of the key of its pseudonyms; `null` if the zip did not have it. */
  readonly keyId: string | null;
  /** All its likes, including those that were also crawled here. */
  readonly likes: number;
};

export type LiveImport = Omit<ImportSummary, 'likes'> & { readonly staging: number };

// A few hundred kilobytes at a time, so that the page stays responsive while it counts.
const modelsAtOnce = 100;

/** The live imports. Fast, as it reads no likes. */
export async function readLiveImports(db: LikesOutDatabase): Promise<readonly LiveImport[]> {
  const rows = await db.imports.filter(({ isLive }) => isLive).toArray();
  return rows.flatMap(({ staging, importId, kind, exportedAt, keyFingerprint: { keyId } }) =>
    staging === undefined ? [] : [{ staging, importId, kind, exportedAt, keyId }],
  );
}

/** Counts the likes of an import by reading them all. The number does not change once the import is live. */
export async function countImportedLikes(db: LikesOutDatabase, staging: number): Promise<number> {
  const keys = await db.importedLikes
    .where(':id')
    .between([staging, Dexie.minKey], [staging, Dexie.maxKey])
    .primaryKeys();
  let likes = 0;
  for (let start = 0; start < keys.length; start += modelsAtOnce) {
    const rows = await db.importedLikes.bulkGet(keys.slice(start, start + modelsAtOnce));
    for (const row of rows) likes += row?.pseudonyms.length ?? 0;
  }
  return likes;
}

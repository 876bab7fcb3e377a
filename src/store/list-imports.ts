import { Dexie } from 'dexie';
import type { LikesOutDatabase } from './database';

/** A live import, as a page tells of it. */
export type ImportSummary = {
  /** The fingerprint of the key its pseudonyms were made with; `null` where the zip did not tell. */
  readonly keyId: string | null;
  /** Likes that it tells, also those that were read here too. */
  readonly likes: number;
};

export type LiveImport = Pick<ImportSummary, 'keyId'> & { readonly staging: number };

// A few hundred kilobytes at a time, so that a page stays quick while it counts.
const modelsAtOnce = 100;

/** The imports that count. Quick: no like is read. */
export async function readLiveImports(db: LikesOutDatabase): Promise<readonly LiveImport[]> {
  const rows = await db.imports.filter(({ isLive }) => isLive).toArray();
  return rows.flatMap(({ staging, keyFingerprint }) =>
    staging === undefined ? [] : [{ staging, keyId: keyFingerprint.keyId }],
  );
}

/** Reads all likes of an import. How many there are changes no more once it is live. */
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

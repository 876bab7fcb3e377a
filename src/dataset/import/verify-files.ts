import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/read-directory';
import { unpackEntry } from '../zip/read-entry';
import type { ImportedDataset } from './imported-dataset';

export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/**
 * Unpacks every file once and compares it with the list in the zip. Files and list must be the same set, but for
 * `manifest`, the file that holds the list.
 */
export async function checkFiles(
  zip: Blob,
  entries: ReadonlyMap<string, ZipEntry>,
  listed: readonly ListedFile[],
  manifest: string,
  signal?: AbortSignal,
): Promise<void> {
  const paths = new Set(listed.map(({ path }) => path));
  if (paths.size !== listed.length) throw new ImportError({ code: 'listedTwice', manifest });
  const unlisted = [...entries.keys()].find((path) => path !== manifest && !paths.has(path));
  if (unlisted !== undefined) throw new ImportError({ code: 'unlistedFile', path: unlisted, manifest });
  for (const file of listed) {
    const entry = entries.get(file.path);
    if (!entry) throw new ImportError({ code: 'missingFile', path: file.path });
    const found = await digest(zip, entry, signal);
    if (found !== file.sha256 || entry.inflatedBytes !== file.bytes) {
      throw new ImportError({ code: 'changedFile', path: file.path, manifest });
    }
  }
}

async function digest(zip: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<string> {
  const hash = sha256.create();
  for await (const bytes of unpackEntry(zip, entry)) {
    signal?.throwIfAborted();
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}

/** Compares what was read with the counts that `manifest`, a file of the zip, states. */
export function checkCounts(
  manifest: string,
  stated: { readonly models: number; readonly users: number; readonly likes: number },
  { models, pseudonyms, users }: Pick<ImportedDataset, 'models' | 'pseudonyms' | 'users'>,
): void {
  const compared = [
    { code: 'wrongModels', stated: stated.models, found: models.length },
    { code: 'wrongUsers', stated: stated.users, found: pseudonyms.length },
    { code: 'wrongLikes', stated: stated.likes, found: users.length },
  ] as const;
  for (const counts of compared) {
    if (counts.found !== counts.stated) throw new ImportError({ ...counts, manifest });
  }
}

/** Names an import by its content, so that the same zip taken in twice is one import. */
export function importIdOf(files: readonly ListedFile[]): string {
  const listing = files.map(({ path, sha256: hash }) => `${hash} ${path}\n`).sort();
  return bytesToHex(sha256(utf8ToBytes(listing.join('')))).slice(0, 32);
}

const datasetPaths = new Set([
  'README.md',
  'datapackage.json',
  'croissant.json',
  'CITATION.cff',
  'stats.json',
  'data/model_urls.psv',
  'data/model_likes_anon.psv',
  'data/model_feats.psv',
  'parquet/interactions.parquet',
  'parquet/items.parquet',
  'recbole/sketchfab-likes/sketchfab-likes.inter',
  'recbole/sketchfab-likes/sketchfab-likes.item',
]);

const slug = '[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?';
const partTable = new RegExp(
  `^parts/(likes|items)/contributor=(${slug})/crawl_date=(\\d{4}-\\d{2}-\\d{2})/part-([0-9a-f]{8})-\\d{5}\\.parquet$`,
);
const partManifest = /^parts\/manifest-[0-9a-f]{8}\.json$/;

/** Whether a dataset or a part of one ever holds a file of this name. Names outside of this list are never looked at. */
export function isKnownEntry(path: string): boolean {
  return datasetPaths.has(path) || partTable.test(path) || partManifest.test(path);
}

export function isPartManifest(path: string): boolean {
  return partManifest.test(path);
}

/** What the name of a part's table says: the folders are columns to those who read them as a hive. */
export function readPartPath(path: string) {
  const [, table, contributor, crawlDate, run] = partTable.exec(path) ?? [];
  if (!table || !contributor || !crawlDate || !run) return undefined;
  return { table: table as 'likes' | 'items', contributor, crawlDate, run };
}

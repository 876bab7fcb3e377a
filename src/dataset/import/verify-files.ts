import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/open-zip';
import { unpackEntry } from '../zip/read-entry';
import type { ImportedDataset } from './imported-dataset';

export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/**
 * Unpacks every file once and compares it with the list in `manifest`, which names every other file of the zip. Throws
 * an `ImportError` for any difference, and the signal's reason.
 */
export async function verifyFiles(
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

/** Throws an `ImportError` unless the tables have the numbers of rows that `manifest`, a file of the zip, states. */
export function verifyCounts(
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

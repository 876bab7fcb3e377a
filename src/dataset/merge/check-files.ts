import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ImportRefused } from './import-refused';
import { unpackEntry } from './unpack-entry';
import type { ZipEntry } from './zip-entry';

export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/**
 * Unpacks every file once and compares it with the list in the zip. Files and list must be the same set, but for
 * `lister`, the file that holds the list.
 */
export async function checkFiles(
  zip: Blob,
  entries: ReadonlyMap<string, ZipEntry>,
  listed: readonly ListedFile[],
  lister: string,
  signal?: AbortSignal,
): Promise<void> {
  const paths = new Set(listed.map(({ path }) => path));
  if (paths.size !== listed.length) throw new ImportRefused(`${lister} lists a file twice.`);
  const unlisted = [...entries.keys()].find((path) => path !== lister && !paths.has(path));
  if (unlisted !== undefined) throw new ImportRefused(`${unlisted} is in the zip, and not in ${lister}.`);
  for (const file of listed) {
    const entry = entries.get(file.path);
    if (!entry) throw new ImportRefused(`${file.path} is missing.`);
    const found = await digest(zip, entry, signal);
    if (found !== file.sha256 || entry.inflatedBytes !== file.bytes) {
      throw new ImportRefused(`${file.path} is not the file that ${lister} tells of: it was changed.`);
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

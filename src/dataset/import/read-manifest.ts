import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type KeyProof, readKeyProof } from '../pseudonyms/key-proof';
import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/open-zip';
import { entryText } from '../zip/read-entry';

/** The manifest of a dataset or part, not yet validated. */
export type ReadManifest = {
  readonly json: unknown;
  /**
   * 32 hex digits derived from all its bytes, and thus from the files whose hashes it lists: importing the same zip twice is
   * one import, and anything else is another one.
   */
  readonly importId: string;
  readonly keyProof: KeyProof | null;
};

/** Enough for a descriptor with a million incomplete models of 200 bytes each. */
const maxBytes = 200_000_000;

export async function readManifest(zip: Blob, entry: ZipEntry): Promise<ReadManifest> {
  const { path } = entry;
  if (entry.inflatedBytes > maxBytes) throw new ImportError({ code: 'fileTooLarge', path });
  let text = '';
  for await (const chunk of entryText(zip, entry)) text += chunk;
  const importId = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
  try {
    return { json: JSON.parse(text) as unknown, importId, keyProof: readKeyProof(text) };
  } catch (cause) {
    throw new ImportError({ code: 'notJson', path }, { cause });
  }
}

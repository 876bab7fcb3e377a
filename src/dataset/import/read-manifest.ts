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

/** An empty list takes many times the two bytes that it has in JSON. Such a descriptor has four million values. */
const maxValues = 10_000_000;

export async function readManifest(zip: Blob, entry: ZipEntry, limit = maxValues): Promise<ReadManifest> {
  const { path } = entry;
  if (entry.inflatedBytes > maxBytes) throw new ImportError({ code: 'fileTooLarge', path });
  let text = '';
  for await (const chunk of entryText(zip, entry)) text += chunk;
  if (mostValues(text) > limit) throw new ImportError({ code: 'fileTooLarge', path });
  const importId = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
  try {
    return { json: JSON.parse(text) as unknown, importId, keyProof: readKeyProof(text) };
  } catch (cause) {
    throw new ImportError({ code: 'notJson', path }, { cause });
  }
}

/** No more values can be in the JSON: each but the first comes after one of these. In texts they count, too. */
function mostValues(json: string): number {
  let count = 1;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === comma || code === bracket || code === brace) count += 1;
  }
  return count;
}

const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b];

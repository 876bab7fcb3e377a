import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ListedFile } from './check-files';

/** Names an import by its content, so that the same zip taken in twice is one import. */
export function importIdOf(files: readonly ListedFile[]): string {
  const listing = files.map(({ path, sha256: hash }) => `${hash} ${path}\n`).sort();
  return bytesToHex(sha256(utf8ToBytes(listing.join('')))).slice(0, 32);
}

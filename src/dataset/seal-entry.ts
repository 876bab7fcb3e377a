import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileFacts } from './dataset-facts';
import type { Entry } from './entries';

/** The bytes of one entry. Once the last has gone, `onSealed` is told what they were. */
export async function* sealEntry(
  entry: Entry,
  onSealed: (file: FileFacts) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const digest = sha256.create();
  let bytes = 0;
  for await (const text of entry.text()) {
    const chunk = encoder.encode(text);
    digest.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  onSealed({ path: entry.path, bytes, sha256: bytesToHex(digest.digest()) });
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileFacts } from '../dataset-summary';
import type { EntryScan } from './leak-scan';

/** The bytes of one file, hashed and scanned as they pass. `onHashed` is called after the last of them. */
export async function* hashAndScan<Input>(
  file: {
    readonly path: string;
    readonly content: (input: Input) => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  },
  input: Input,
  scan: EntryScan,
  onHashed: (file: FileFacts) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const digest = sha256.create();
  let bytes = 0;
  for await (const content of file.content(input)) {
    const chunk = typeof content === 'string' ? encoder.encode(content) : content;
    scan.add(chunk);
    digest.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  scan.end();
  onHashed({ path: file.path, bytes, sha256: bytesToHex(digest.digest()) });
}

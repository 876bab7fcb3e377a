import { crc32 } from './crc32';
import { ImportRefused } from './import-refused';
import type { ZipEntry } from './zip-entry';

/** The bytes of an entry, piece by piece. Throws when they are more, fewer or others than the zip says. */
export async function* unpackEntry(zip: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = zip.slice(entry.start, entry.end).stream();
  const unpacked = entry.isDeflated ? packed.pipeThrough(new DecompressionStream('deflate-raw')) : packed;
  const reader = unpacked.getReader();
  let bytes = 0;
  let crc = 0;
  try {
    for (;;) {
      const piece = await readPiece(reader, entry);
      if (piece.done) break;
      bytes += piece.value.length;
      if (bytes > entry.inflatedBytes) throw new ImportRefused(`${entry.path} unpacks to more than it says.`);
      crc = crc32(piece.value, crc);
      yield piece.value;
    }
  } finally {
    // After an error of its own the stream is cancelled already, and says so by rejecting with that error again.
    await reader.cancel().catch(() => undefined);
  }
  if (bytes !== entry.inflatedBytes || crc !== entry.crc32) throw damaged(entry);
}

async function readPiece(reader: ReadableStreamDefaultReader<Uint8Array>, entry: ZipEntry) {
  try {
    return await reader.read();
  } catch (cause) {
    throw damaged(entry, cause);
  }
}

const damaged = ({ path }: ZipEntry, cause?: unknown) => new ImportRefused(`${path} is damaged.`, { cause });

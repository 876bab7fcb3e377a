import { ImportError } from './import-error';
import type { ZipEntry } from './open-zip';

/** Inflates an entry chunk by chunk. Throws an `ImportError` unless size and checksum are as stated. */
export async function* unpackEntry(zip: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = zip.slice(entry.start, entry.end).stream();
  const unpacked = entry.isDeflated ? packed.pipeThrough(new DecompressionStream('deflate-raw')) : packed;
  const reader = unpacked.getReader();
  let bytes = 0;
  let crc = 0;
  try {
    for (;;) {
      const chunk = await readChunk(reader, entry);
      if (chunk.done) break;
      bytes += chunk.value.length;
      if (bytes > entry.inflatedBytes) throw new ImportError({ code: 'sizeExceeded', path: entry.path });
      crc = crc32(chunk.value, crc);
      yield chunk.value;
    }
  } finally {
    // A stream that failed by itself is cancelled already, and rejects with its error again.
    await reader.cancel().catch(() => undefined);
  }
  if (bytes !== entry.inflatedBytes || crc !== entry.crc32) throw damaged(entry);
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>, entry: ZipEntry) {
  try {
    return await reader.read();
  } catch (cause) {
    throw damaged(entry, cause);
  }
}

const damaged = ({ path }: ZipEntry, cause?: unknown) =>
  new ImportError({ code: 'damagedFile', path }, { cause });

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  return rest;
});

/** The CRC-32 of `bytes` appended to bytes with the CRC-32 `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number);
  return ~crc >>> 0;
}

/** Decodes an entry chunk by chunk. A byte order mark is kept as a character: our files have none, so it is an error. */
export async function* entryText(zip: Blob, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const bytes of unpackEntry(zip, entry))
    yield decode(() => decoder.decode(bytes, { stream: true }), entry);
  yield decode(() => decoder.decode(), entry);
}

function decode(act: () => string, { path }: ZipEntry): string {
  try {
    return act();
  } catch (cause) {
    throw new ImportError({ code: 'notUtf8', path }, { cause });
  }
}

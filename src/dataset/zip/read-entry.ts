import { ImportError } from './import-error';
import { importLimits } from './import-limits';
import type { ZipEntry } from './read-directory';

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
      if (bytes > entry.inflatedBytes) throw new ImportError({ code: 'sizeExceeded', path: entry.path });
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

const damaged = ({ path }: ZipEntry, cause?: unknown) =>
  new ImportError({ code: 'damagedFile', path }, { cause });

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  return rest;
});

/** The checksum of a zip over some more bytes; begin with 0. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number);
  return ~crc >>> 0;
}

/** The text of an entry, piece by piece. A byte order mark stays a character, as nothing of ours has one. */
export async function* entryText(zip: Blob, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const bytes of unpackEntry(zip, entry))
    yield decode(() => decoder.decode(bytes, { stream: true }), entry);
  yield decode(() => decoder.decode(), entry);
}

/** The value of a JSON entry. Nothing is known of its shape. */
export async function entryJson(zip: Blob, entry: ZipEntry): Promise<unknown> {
  if (entry.inflatedBytes > importLimits.jsonBytes)
    throw new ImportError({ code: 'fileTooLarge', path: entry.path });
  let text = '';
  for await (const piece of entryText(zip, entry)) text += piece;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ImportError({ code: 'notJson', path: entry.path }, { cause });
  }
}

function decode(act: () => string, { path }: ZipEntry): string {
  try {
    return act();
  } catch (cause) {
    throw new ImportError({ code: 'notUtf8', path }, { cause });
  }
}

import { ImportError } from './import-error';
import { type ListedEntry, readZipDirectory, viewOf, type ZipEntry } from './read-directory';

const localMark = 0x04034b50;
const localLength = 30;

/**
 * The entries of a zip by path. Each has a name that `isKnown` and no other has, its own header says the same as the
 * directory, and no two share bytes. Nothing is unpacked yet.
 */
export async function openZip(
  zip: Blob,
  isKnown: (path: string) => boolean,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const { entries, start } = await readZipDirectory(zip);
  const byPath = new Map<string, ZipEntry>();
  let free = 0;
  for (const listed of entries.toSorted((a, b) => a.headerStart - b.headerStart)) {
    if (!isKnown(listed.path)) throw new ImportError({ code: 'unexpectedFile', path: listed.path });
    if (byPath.has(listed.path)) throw new ImportError({ code: 'duplicateFile', path: listed.path });
    const entry = await placeEntry(zip, listed);
    // Bytes that serve two entries are how a small zip becomes endless.
    if (listed.headerStart < free || entry.end > start) {
      throw new ImportError({ code: 'overlappingFile', path: listed.path });
    }
    free = entry.end;
    byPath.set(entry.path, entry);
  }
  return byPath;
}

async function placeEntry(zip: Blob, listed: ListedEntry): Promise<ZipEntry> {
  const { path, isDeflated, crc32, packedBytes, inflatedBytes, headerStart } = listed;
  const header = await viewOf(zip, headerStart, headerStart + localLength + path.length);
  const isWhole = header.byteLength === localLength + path.length && header.getUint32(0, true) === localMark;
  if (!isWhole || nameIn(header) !== path || header.getUint16(8, true) !== (isDeflated ? 8 : 0)) {
    throw new ImportError({ code: 'misplacedFile', path });
  }
  const start = headerStart + localLength + header.getUint16(26, true) + header.getUint16(28, true);
  return { path, isDeflated, crc32, start, end: start + packedBytes, inflatedBytes };
}

function nameIn(header: DataView): string {
  const length = header.getUint16(26, true);
  const room = header.byteLength - localLength;
  // A longer name than the directory's is another name.
  return length === room ? String.fromCharCode(...new Uint8Array(header.buffer, localLength, room)) : '';
}

import { ImportError } from './import-error';
import { type ListedEntry, readZipDirectory, viewOf } from './zip-directory';

/** A file or folder of a zip, as its header and the directory agree on. */
export type ZipEntry = {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  /** The compressed bytes are `[start, end)` of the zip. */
  readonly start: number;
  readonly end: number;
  readonly inflatedBytes: number;
};

const limits = {
  /**
   * Of all entries together, as stated by the directory; no entry may inflate to more than it states. Far above ten times
   * the data of 2016 (660 MB inflated), far below what would crash a browser tab.
   */
  inflatedBytes: 4 * 2 ** 30,
  /** The tables shrink to a quarter; a name of 1,000 characters repeated for thousands of likes, to a thirtieth. */
  compressionRatio: 200,
};

/**
 * The entries of a zip, in the order of their bytes. The header of each agrees with the directory, and no two share bytes.
 * Names may be anything. Nothing is unpacked yet. Throws an `ImportError` for any other zip.
 */
export async function openZip(zip: Blob): Promise<readonly ZipEntry[]> {
  const directory = await readZipDirectory(zip);
  checkSizes(directory.entries);
  const entries: ZipEntry[] = [];
  let free = 0;
  for (const listed of directory.entries.toSorted((a, b) => a.headerStart - b.headerStart)) {
    const entry = await readHeader(zip, listed);
    // Entries that share bytes are how a small zip inflates without end.
    if (listed.headerStart < free || entry.end > directory.start) {
      throw new ImportError({ code: 'overlappingFile', path: listed.path });
    }
    free = entry.end;
    entries.push(entry);
  }
  return entries;
}

function checkSizes(entries: readonly ListedEntry[]): void {
  let inflated = 0;
  for (const { path, packedBytes, inflatedBytes, isDeflated } of entries) {
    inflated += inflatedBytes;
    const isBomb = inflatedBytes > limits.compressionRatio * packedBytes + 100_000;
    if (isBomb || (!isDeflated && packedBytes !== inflatedBytes)) {
      throw new ImportError({ code: 'impossibleSize', path, bytes: inflatedBytes });
    }
  }
  if (inflated > limits.inflatedBytes) throw new ImportError({ code: 'zipTooLarge', bytes: inflated });
}

const headerSignature = 0x04034b50;
const headerLength = 30;

async function readHeader(zip: Blob, listed: ListedEntry): Promise<ZipEntry> {
  const { name, path, isDeflated, crc32, packedBytes, inflatedBytes, headerStart } = listed;
  const length = headerLength + name.length;
  const header = await viewOf(zip, headerStart, headerStart + length);
  const isHeader =
    header.byteLength === length &&
    header.getUint32(0, true) === headerSignature &&
    header.getUint16(8, true) === (isDeflated ? 8 : 0) &&
    header.getUint16(26, true) === name.length &&
    name.every((byte, index) => byte === header.getUint8(headerLength + index));
  if (!isHeader) throw new ImportError({ code: 'misplacedFile', path });
  const start = headerStart + length + header.getUint16(28, true);
  return { path, isDeflated, crc32, start, end: start + packedBytes, inflatedBytes };
}

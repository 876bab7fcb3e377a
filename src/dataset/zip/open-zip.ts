import { ImportError } from './import-error';

/** A file of a zip, as its header and the directory agree on. */
export type ZipEntry = {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  /** The compressed bytes are `[start, end)` of the zip. */
  readonly start: number;
  readonly end: number;
  readonly inflatedBytes: number;
};

/** Far above ten times the data of 2016 (660 MB inflated), far below what would crash a browser tab. */
const limits = {
  entries: 1_000,
  directoryBytes: 1_000_000,
  /** Of all entries together, as stated by the directory; no entry may inflate to more than it states. */
  inflatedBytes: 4 * 2 ** 30,
  /** The tables shrink to a quarter; a name of 1,000 characters repeated for thousands of likes, to a thirtieth. */
  compressionRatio: 200,
};

/**
 * The entries of a zip by path. Every name satisfies `isKnown` and is unique, the header of each entry agrees with the
 * directory, and no two entries share bytes. Nothing is unpacked yet. Throws an `ImportError` for any other zip.
 */
export async function openZip(
  zip: Blob,
  isKnown: (path: string) => boolean,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const directory = await readDirectory(zip);
  const entries = new Map<string, ZipEntry>();
  let free = 0;
  for (const listed of directory.entries.toSorted((a, b) => a.headerStart - b.headerStart)) {
    const { path, headerStart } = listed;
    if (!isKnown(path)) throw new ImportError({ code: 'unexpectedFile', path });
    if (entries.has(path)) throw new ImportError({ code: 'duplicateFile', path });
    const entry = await readHeader(zip, listed);
    // Entries that share bytes are how a small zip inflates without end.
    if (headerStart < free || entry.end > directory.start) {
      throw new ImportError({ code: 'overlappingFile', path });
    }
    free = entry.end;
    entries.set(path, entry);
  }
  return entries;
}

const headerSignature = 0x04034b50;
const headerLength = 30;

async function readHeader(zip: Blob, listed: ListedEntry): Promise<ZipEntry> {
  const { path, isDeflated, crc32, packedBytes, inflatedBytes, headerStart } = listed;
  const header = await viewOf(zip, headerStart, headerStart + headerLength + path.length);
  const isHeader =
    header.byteLength === headerLength + path.length && header.getUint32(0, true) === headerSignature;
  if (!isHeader || nameIn(header) !== path || header.getUint16(8, true) !== (isDeflated ? 8 : 0)) {
    throw new ImportError({ code: 'misplacedFile', path });
  }
  const start = headerStart + headerLength + header.getUint16(26, true) + header.getUint16(28, true);
  return { path, isDeflated, crc32, start, end: start + packedBytes, inflatedBytes };
}

/** The name, if it is as long as the one in the directory. */
function nameIn(header: DataView): string {
  const length = header.getUint16(26, true);
  return length === header.byteLength - headerLength
    ? String.fromCharCode(...new Uint8Array(header.buffer, headerLength, length))
    : '';
}

const endSignature = 0x06054b50;
const endLength = 22;

type ListedEntry = Omit<ZipEntry, 'start' | 'end'> & {
  readonly packedBytes: number;
  readonly headerStart: number;
};

type Directory = {
  readonly entries: readonly ListedEntry[];
  /** Where the directory starts, and all entries must have ended. */
  readonly start: number;
};

/**
 * The directory at the end of a zip written by Likes Out: no comment, nothing before or after it. Anything else is
 * refused, since readers interpret it differently.
 */
async function readDirectory(zip: Blob): Promise<Directory> {
  const end = await viewOf(zip, Math.max(0, zip.size - endLength), zip.size);
  if (end.byteLength < endLength || end.getUint32(0, true) !== endSignature) {
    throw new ImportError({ code: 'notAZip' });
  }
  const count = end.getUint16(10, true);
  const bytes = end.getUint32(12, true);
  const start = end.getUint32(16, true);
  if (end.getUint32(4, true) !== 0 || end.getUint16(8, true) !== count) {
    throw new ImportError({ code: 'splitZip' });
  }
  if (count > limits.entries || bytes > limits.directoryBytes) {
    throw new ImportError({ code: 'tooManyFiles', files: count });
  }
  if (start + bytes !== zip.size - endLength) throw new ImportError({ code: 'wrongZipLength' });
  const entries = listEntries(await viewOf(zip, start, start + bytes), count);
  checkSizes(entries);
  return { entries, start };
}

async function viewOf(zip: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await zip.slice(start, end).arrayBuffer());
}

const entrySignature = 0x02014b50;
const entryLength = 46;

function listEntries(view: DataView, count: number): ListedEntry[] {
  const entries: ListedEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const rest = view.byteLength - at;
    if (rest < entryLength || view.getUint32(at, true) !== entrySignature) throw damaged();
    const length =
      entryLength + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    if (length > rest) throw damaged();
    entries.push(listedEntry(view, at));
    at += length;
  }
  if (at !== view.byteLength) throw damaged();
  return entries;
}

const damaged = () => new ImportError({ code: 'damagedDirectory' });

const encryptedFlag = 1;
// In zip64 a number too large for its field is stored elsewhere, and the field is all ones. Our zips have no zip64.
const isZip64 = (value: number) => value === 0xffff_ffff;

function listedEntry(view: DataView, at: number): ListedEntry {
  const nameLength = view.getUint16(at + 28, true);
  const path = printable(new Uint8Array(view.buffer, view.byteOffset + at + entryLength, nameLength));
  const method = view.getUint16(at + 10, true);
  const [packedBytes, inflatedBytes, headerStart] = [20, 24, 42].map((field) =>
    view.getUint32(at + field, true),
  ) as [number, number, number];
  if ((view.getUint16(at + 8, true) & encryptedFlag) !== 0)
    throw new ImportError({ code: 'encryptedFile', path });
  if (method !== 0 && method !== 8) throw new ImportError({ code: 'unknownCompression', path });
  if ([packedBytes, inflatedBytes, headerStart].some(isZip64))
    throw new ImportError({ code: 'fileTooLarge', path });
  return {
    path,
    isDeflated: method === 8,
    crc32: view.getUint32(at + 16, true),
    packedBytes,
    inflatedBytes,
    headerStart,
  };
}

/** At most 200 characters, to be shown in messages. Our own names are ASCII, so no other name can become one. */
function printable(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 200), (byte) =>
    byte > 31 && byte < 127 ? String.fromCharCode(byte) : '?',
  ).join('');
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

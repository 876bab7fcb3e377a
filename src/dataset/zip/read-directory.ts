import { ImportError } from './import-error';
import { importLimits } from './import-limits';

const endLength = 22;
const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const centralLength = 46;
// Where a number would be too large for its field, zip64 puts all ones. Our zips never do.
const isZip64 = (value: number) => value === 0xffff_ffff;
const encrypted = 1;

export type ListedEntry = Omit<ZipEntry, 'start' | 'end'> & {
  readonly packedBytes: number;
  readonly headerStart: number;
};

export type ZipDirectory = {
  readonly entries: readonly ListedEntry[];
  /** Where the directory begins, and all entries have ended. */
  readonly start: number;
};

/**
 * The directory at the end of a zip of ours: no comment, nothing before or behind. Anything else is refused, since
 * readers differ in what they make of it.
 */
export async function readZipDirectory(zip: Blob): Promise<ZipDirectory> {
  const end = await viewOf(zip, Math.max(0, zip.size - endLength), zip.size);
  if (end.byteLength < endLength || end.getUint32(0, true) !== endMark) {
    throw new ImportError({ code: 'notAZip' });
  }
  const count = end.getUint16(10, true);
  const bytes = end.getUint32(12, true);
  const start = end.getUint32(16, true);
  if (end.getUint32(4, true) !== 0 || end.getUint16(8, true) !== count) {
    throw new ImportError({ code: 'splitZip' });
  }
  if (count > importLimits.entries || bytes > importLimits.directoryBytes) {
    throw new ImportError({ code: 'tooManyFiles', files: count });
  }
  if (start + bytes !== zip.size - endLength) {
    throw new ImportError({ code: 'wrongZipLength' });
  }
  const entries = listEntries(await viewOf(zip, start, start + bytes), count);
  checkSizes(entries);
  return { entries, start };
}

export async function viewOf(zip: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await zip.slice(start, end).arrayBuffer());
}

function listEntries(view: DataView, count: number): ListedEntry[] {
  const entries: ListedEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const rest = view.byteLength - at;
    if (rest < centralLength || view.getUint32(at, true) !== centralMark) throw damaged();
    const length =
      centralLength + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    if (length > rest) throw damaged();
    entries.push(listedEntry(view, at));
    at += length;
  }
  if (at !== view.byteLength) throw damaged();
  return entries;
}

function listedEntry(view: DataView, at: number): ListedEntry {
  const name = new Uint8Array(
    view.buffer,
    view.byteOffset + at + centralLength,
    view.getUint16(at + 28, true),
  );
  const path = latin(name);
  const method = view.getUint16(at + 10, true);
  const [packedBytes, inflatedBytes, headerStart] = [20, 24, 42].map((field) =>
    view.getUint32(at + field, true),
  ) as [number, number, number];
  if ((view.getUint16(at + 8, true) & encrypted) !== 0)
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

/** Shown in messages, compared with names of ours: whatever is not printable ASCII can only be wrong. */
function latin(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 200), (byte) =>
    byte > 31 && byte < 127 ? String.fromCharCode(byte) : '?',
  ).join('');
}

function checkSizes(entries: readonly ListedEntry[]): void {
  let inflated = 0;
  for (const { path, packedBytes, inflatedBytes, isDeflated } of entries) {
    inflated += inflatedBytes;
    const isBomb = inflatedBytes > importLimits.timesSmaller * packedBytes + 100_000;
    if (isBomb || (!isDeflated && packedBytes !== inflatedBytes)) {
      throw new ImportError({ code: 'impossibleSize', path, bytes: inflatedBytes });
    }
  }
  if (inflated > importLimits.inflatedBytes) throw new ImportError({ code: 'zipTooLarge', bytes: inflated });
}

const damaged = () => new ImportError({ code: 'damagedDirectory' });

/** One file of a zip, as both of its headers tell of it. */
export type ZipEntry = {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  /** Where the packed bytes lie in the zip. */
  readonly start: number;
  readonly end: number;
  readonly inflatedBytes: number;
};

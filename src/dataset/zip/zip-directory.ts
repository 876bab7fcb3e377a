import { ImportError } from './import-error';

/** A file or folder as the directory of a zip lists it. */
export type ListedEntry = {
  /** As in the zip, and the same as text for messages. */
  readonly name: Uint8Array;
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly headerStart: number;
};

export type ZipDirectory = {
  readonly entries: readonly ListedEntry[];
  /** Where the directory starts, and all entries must have ended. */
  readonly start: number;
};

/** Far above what any dataset has, far below what would crash a browser tab. */
const limits = { entries: 1_000, bytes: 1_000_000 };

/**
 * Reads the directory of a zip, as whatever program wrote it: with or without zip64 and a comment. Nothing else may stand
 * before or after it, since readers interpret that differently. Throws an `ImportError` for anything that is no such zip.
 */
export async function readZipDirectory(zip: Blob): Promise<ZipDirectory> {
  const end = await findEnd(zip);
  const { entries, bytes, start, at } = (await readZip64End(zip, end)) ?? end;
  if (entries > limits.entries || bytes > limits.bytes) {
    throw new ImportError({ code: 'tooManyFiles', files: entries });
  }
  if (start + bytes !== at) throw new ImportError({ code: 'wrongZipLength' });
  return { entries: listEntries(await viewOf(zip, start, start + bytes), entries), start };
}

export async function viewOf(zip: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await zip.slice(start, end).arrayBuffer());
}

/** What the record at the end says of the directory. `at` is where the record stands. */
type End = {
  readonly entries: number;
  readonly bytes: number;
  readonly start: number;
  readonly at: number;
};

const endSignature = 0x06054b50;
const endLength = 22;
const headerSignature = 0x04034b50;
const maxCommentLength = 0xffff;

async function findEnd(zip: Blob): Promise<End> {
  const tailStart = Math.max(0, zip.size - endLength - maxCommentLength);
  const tail = await viewOf(zip, tailStart, zip.size);
  const ends: number[] = [];
  for (let at = tail.byteLength - endLength; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === endSignature) ends.push(at);
  }
  const [at, other] = ends.filter(
    (end) => end + endLength + tail.getUint16(end + 20, true) === tail.byteLength,
  );
  if (at === undefined && ends.length > 0) throw new ImportError({ code: 'wrongZipLength' });
  if (at === undefined) throw new ImportError({ code: (await isBegun(zip)) ? 'truncatedZip' : 'notAZip' });
  // A comment may hold what looks like an end too, and then readers disagree.
  if (other !== undefined) throw new ImportError({ code: 'twoDirectories' });
  const entries = tail.getUint16(at + 10, true);
  if (tail.getUint32(at + 4, true) !== 0 || tail.getUint16(at + 8, true) !== entries) {
    throw new ImportError({ code: 'splitZip' });
  }
  const [bytes, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  return { entries, bytes, start, at: tailStart + at };
}

async function isBegun(zip: Blob): Promise<boolean> {
  const header = await viewOf(zip, 0, 4);
  return header.byteLength === 4 && header.getUint32(0, true) === headerSignature;
}

const zip64LocatorSignature = 0x07064b50;
const zip64LocatorLength = 20;
const zip64EndSignature = 0x06064b50;
const zip64EndLength = 56;

/** The larger record that zip64 puts before the end; null if there is none. */
async function readZip64End(zip: Blob, end: End): Promise<End | null> {
  const locator = await viewOf(zip, Math.max(0, end.at - zip64LocatorLength), end.at);
  const hasLocator =
    locator.byteLength === zip64LocatorLength && locator.getUint32(0, true) === zip64LocatorSignature;
  if (!hasLocator) return null;
  const at = longAt(locator, 8);
  const record = await viewOf(zip, at, end.at - zip64LocatorLength);
  const isRecord =
    record.byteLength >= zip64EndLength &&
    record.getUint32(0, true) === zip64EndSignature &&
    longAt(record, 4) + 12 === record.byteLength;
  if (!isRecord) throw damaged();
  const [entries, bytes, start] = [longAt(record, 32), longAt(record, 40), longAt(record, 48)];
  const agrees =
    [0xffff, entries].includes(end.entries) &&
    [allOnes, bytes].includes(end.bytes) &&
    [allOnes, start].includes(end.start);
  if (!agrees) throw damaged();
  return { entries, bytes, start, at };
}

/** A number beyond 2^53 loses its last digits, and is refused as too large all the same. */
const longAt = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

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

/** Encrypted, with strong encryption, or with an encrypted directory. */
const encryptedFlags = 0x2041;

/** In zip64 a number too large for its field stands in the extra field, and its own field is all ones. */
const allOnes = 0xffff_ffff;

function listedEntry(view: DataView, at: number): ListedEntry {
  const nameLength = view.getUint16(at + 28, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + entryLength, nameLength);
  const path = printable(name);
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & encryptedFlags) !== 0)
    throw new ImportError({ code: 'encryptedFile', path });
  if (method !== 0 && method !== 8) throw new ImportError({ code: 'unknownCompression', path, method });
  const extraStart = at + entryLength + nameLength;
  const long = zip64Numbers(view, extraStart, extraStart + view.getUint16(at + 30, true));
  // The fields that are all ones take their numbers in this order.
  const [inflatedBytes, packedBytes, headerStart] = [24, 20, 42].map((field) => {
    const stated = view.getUint32(at + field, true);
    return stated === allOnes ? (long.shift() ?? stated) : stated;
  }) as [number, number, number];
  const crc32 = view.getUint32(at + 16, true);
  return { name, path, isDeflated: method === 8, crc32, packedBytes, inflatedBytes, headerStart };
}

const zip64Extra = 1;

function zip64Numbers(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > end) return [];
    if (view.getUint16(at, true) === zip64Extra)
      return Array.from({ length: Math.min(3, Math.floor(length / 8)) }, (_, index) =>
        longAt(view, at + 4 + 8 * index),
      );
    at += 4 + length;
  }
  return [];
}

/** At most 200 characters, to be shown in messages. Our own names are ASCII, so no other name can become one. */
function printable(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 200), (byte) =>
    byte > 31 && byte < 127 ? String.fromCharCode(byte) : '?',
  ).join('');
}

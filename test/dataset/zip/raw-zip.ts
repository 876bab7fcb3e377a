import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip, with the false claims of its headers. */
export type RawEntry = {
  readonly path: string;
  readonly content: Buffer | string;
  readonly stored?: boolean;
  readonly crc?: number;
  readonly size?: number;
  readonly localPath?: string;
  readonly flags?: number;
  readonly method?: number;
  /** Claims to start here, and has no bytes of its own. */
  readonly at?: number;
  /** An extra field in both headers, as other zip programs write it. */
  readonly extra?: Buffer;
};

export type RawZipOptions = {
  readonly comment?: string;
  /** Writes the sizes and places of everything in the records of zip64 alone, and what its record says into them. */
  readonly zip64?: boolean | { readonly entries: number };
  /** Writes checksum and sizes after the bytes of each entry, as programs do that write to a stream. */
  readonly streamed?: boolean;
};

/** Writes a zip byte by byte, independent of the product's writer, so that every field can be wrong. */
export function rawZip(entries: readonly RawEntry[], options: RawZipOptions = {}): Buffer<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content);
    central.push(centralHeader(entry, content, packed, entry.at ?? offset, options));
    if (entry.at !== undefined) continue;
    const parts = [localHeader(entry, content, packed, options), packed];
    if (options.streamed) parts.push(Buffer.from('PK\x07\x08', 'latin1'), sizes(entry, content, packed));
    const body = Buffer.concat(parts);
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...bodies, directory, endOf(entries.length, directory.length, offset, options)]);
}

function endOf(entries: number, bytes: number, start: number, options: RawZipOptions): Buffer {
  const { comment = '', zip64 = false } = options;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10);
  end.writeUInt32LE(zip64 ? allOnes : bytes, 12);
  end.writeUInt32LE(zip64 ? allOnes : start, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  const tail = [end, Buffer.from(comment)];
  if (!zip64) return Buffer.concat(tail);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeUInt32LE(44, 4);
  const stated = typeof zip64 === 'object' ? zip64.entries : entries;
  for (const [index, value] of [stated, stated, bytes, start].entries())
    record.writeBigUInt64LE(BigInt(value), 24 + 8 * index);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, ...tail]);
}

const allOnes = 0xffff_ffff;

/** The numbers that a field of all ones points to. */
function zip64Extra(...values: number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}

function sizes(entry: RawEntry, content: Buffer, packed: Buffer): Buffer {
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(entry.crc ?? crc32(content), 0);
  fields.writeUInt32LE(packed.length, 4);
  fields.writeUInt32LE(entry.size ?? content.length, 8);
  return fields;
}

function common(entry: RawEntry, numbers: Buffer, { streamed }: RawZipOptions): Buffer {
  const fields = Buffer.alloc(10);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((entry.flags ?? 0) | (streamed ? 8 : 0), 2);
  fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
  fields.writeUInt16LE(0x21, 8);
  return Buffer.concat([fields, numbers]);
}

function localHeader(entry: RawEntry, content: Buffer, packed: Buffer, options: RawZipOptions): Buffer {
  const path = Buffer.from(entry.localPath ?? entry.path);
  const extra = entry.extra ?? Buffer.alloc(0);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(path.length, 0);
  lengths.writeUInt16LE(extra.length, 2);
  const numbers = options.streamed ? Buffer.alloc(12) : sizes(entry, content, packed);
  return Buffer.concat([Buffer.from('PK\x03\x04'), common(entry, numbers, options), lengths, path, extra]);
}

function centralHeader(
  entry: RawEntry,
  content: Buffer,
  packed: Buffer,
  at: number,
  options: RawZipOptions,
): Buffer {
  const path = Buffer.from(entry.path);
  const { zip64 = false } = options;
  const numbers = sizes(entry, content, packed);
  const long = zip64 ? zip64Extra(numbers.readUInt32LE(8), packed.length, at) : Buffer.alloc(0);
  if (zip64) numbers.fill(0xff, 4);
  const extra = Buffer.concat([entry.extra ?? Buffer.alloc(0), long]);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(path.length, 0);
  rest.writeUInt16LE(extra.length, 2);
  rest.writeUInt32LE(zip64 ? allOnes : at, 14);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common(entry, numbers, options),
    rest,
    path,
    extra,
  ]);
}

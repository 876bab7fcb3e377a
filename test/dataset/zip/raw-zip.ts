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

/** Writes a zip byte by byte, independent of the product's writer, so that every field can be wrong. */
export function rawZip(entries: readonly RawEntry[]): Buffer<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content);
    central.push(centralHeader(entry, content, packed, entry.at ?? offset));
    if (entry.at !== undefined) continue;
    const body = Buffer.concat([localHeader(entry, content, packed), packed]);
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

function common(entry: RawEntry, content: Buffer, packed: Buffer): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.size ?? content.length, 18);
  return fields;
}

function localHeader(entry: RawEntry, content: Buffer, packed: Buffer): Buffer {
  const path = Buffer.from(entry.localPath ?? entry.path);
  const extra = entry.extra ?? Buffer.alloc(0);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(path.length, 0);
  lengths.writeUInt16LE(extra.length, 2);
  return Buffer.concat([Buffer.from('PK\x03\x04'), common(entry, content, packed), lengths, path, extra]);
}

function centralHeader(entry: RawEntry, content: Buffer, packed: Buffer, at: number): Buffer {
  const path = Buffer.from(entry.path);
  const extra = entry.extra ?? Buffer.alloc(0);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(path.length, 0);
  rest.writeUInt16LE(extra.length, 2);
  rest.writeUInt32LE(at, 14);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common(entry, content, packed),
    rest,
    path,
    extra,
  ]);
}

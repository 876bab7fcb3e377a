/** The fields of a struct by their ids. Texts and lists are left out. */
export type ThriftStruct = ReadonlyMap<number, number | boolean | ThriftStruct>;

const kinds = {
  isTrue: 1,
  isFalse: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  struct: 12,
};

/** Ours have at most five. */
const maxDepth = 16;

/**
 * Reads a struct in Thrift's compact protocol, which footers and page headers of Parquet files are written in. It takes no
 * more memory than the bytes that are there: a list never has more entries than bytes, nesting ends, and so do numbers.
 * Throws for any other struct, for one of more than `maxValues`, and past the end.
 */
export function readThrift(
  view: DataView,
  start: number,
  maxValues: number,
): { readonly struct: ThriftStruct; readonly end: number } {
  let at = start;
  let values = 0;

  function byte(): number {
    const value = view.getUint8(at);
    at += 1;
    return value;
  }

  function skip(bytes: number): void {
    if (bytes > view.byteLength - at) throw new RangeError(`${bytes} bytes at ${at}`);
    at += bytes;
  }

  function unsigned(maxBytes: number): number {
    const read = readUnsigned(view, at, maxBytes);
    at = read.end;
    return read.value;
  }

  function struct(depth: number): ThriftStruct {
    const fields = new Map<number, number | boolean | ThriftStruct>();
    let id = 0;
    for (let header = byte(); header % 16 !== 0; header = byte()) {
      const next = header >> 4 ? id + (header >> 4) : signed(unsigned(5));
      // Of a field that is there twice, readers may see either.
      if (next <= id) throw new RangeError(`the field ${next} after ${id}`);
      id = next;
      const value = element(header % 16, depth);
      if (value !== undefined) fields.set(id, value);
    }
    return fields;
  }

  function list(depth: number): void {
    const header = byte();
    const kind = header % 16;
    const size = header >> 4 === 15 ? unsigned(5) : header >> 4;
    if (size > view.byteLength - at) throw new RangeError(`a list of ${size}`);
    const isFlags = kind === kinds.isTrue || kind === kinds.isFalse;
    for (let index = 0; index < size; index += 1) element(isFlags ? kinds.byte : kind, depth);
  }

  function element(kind: number, depth: number): number | boolean | ThriftStruct | undefined {
    values += 1;
    if (values > maxValues || depth > maxDepth) throw new RangeError(`${values} values, ${depth} deep`);
    if (kind === kinds.isTrue || kind === kinds.isFalse) return kind === kinds.isTrue;
    if (kind === kinds.i16 || kind === kinds.i32) return signed(unsigned(5));
    if (kind === kinds.struct) return struct(depth + 1);
    if (kind === kinds.list) list(depth + 1);
    else if (kind === kinds.byte) skip(1);
    else if (kind === kinds.i64) unsigned(10);
    else if (kind === kinds.double) skip(8);
    else if (kind === kinds.binary) skip(unsigned(5));
    else throw new RangeError(`a value of kind ${kind}`);
    return undefined;
  }

  return { struct: struct(0), end: at };
}

/** A number of at most so many groups of seven bits, the lowest first. With five it is one of 32 bits. */
export function readUnsigned(
  view: DataView,
  start: number,
  maxBytes: number,
): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < maxBytes; index += 1) {
    const byte = view.getUint8(start + index);
    value += (byte % 128) * 128 ** index;
    if (byte < 128 && (value < 2 ** 32 || maxBytes > 5)) return { value, end: start + index + 1 };
  }
  throw new RangeError(`a number of more than ${maxBytes} bytes`);
}

/** Zigzag: 0, -1, 1, -2, … */
const signed = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

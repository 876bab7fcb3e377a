import { modelA, modelB } from '../merge/small-dataset';

/** A value in Thrift's compact protocol, with the number of its kind. */
type Thrift = readonly [kind: number, bytes: Buffer];

export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

const number = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const i32 = (value: number): Thrift => [5, number(value)];
const i64 = (value: number): Thrift => [6, number(value)];
const text = (value: string): Thrift => [8, Buffer.concat([varint(value.length), Buffer.from(value)])];
const list = (kind: number, entries: readonly Buffer[]): Thrift => [
  9,
  Buffer.concat([Buffer.from([0xf0 + kind]), varint(entries.length), ...entries]),
];

/** Field ids ascend by less than 16. */
function struct(fields: Readonly<Record<number, Thrift>>): Buffer {
  let last = 0;
  const parts = Object.entries(fields).map(([id, [kind, bytes]]) => {
    const header = (Number(id) - last) * 16 + kind;
    last = Number(id);
    return Buffer.concat([Buffer.from([header]), bytes]);
  });
  return Buffer.concat([...parts, Buffer.from([0])]);
}

/** Fifteen lists, one within the other, of which each claims 2^25 entries. */
export const nestedLists: Thrift = [
  9,
  Buffer.concat(Array.from({ length: 15 }, () => Buffer.concat([Buffer.from([0xf9]), varint(2 ** 25)]))),
];

/** Not compressed, in the form of Snappy. */
export function asSnappy(bytes: Buffer): Buffer {
  const parts = [varint(bytes.length)];
  for (let at = 0; at < bytes.length; at += 60) {
    const piece = bytes.subarray(at, at + 60);
    parts.push(Buffer.from([(piece.length - 1) * 4]), piece);
  }
  return Buffer.concat(parts);
}

/** Zeros, in a twentieth of their size. */
export function zerosInSnappy(bytes: number): Buffer {
  const copy = Buffer.from([63 * 4 + 2, 64, 0]);
  const copies = Array.from({ length: bytes / 64 - 1 }, () => copy);
  return Buffer.concat([varint(bytes), asSnappy(Buffer.alloc(64)).subarray(1), ...copies]);
}

export const texts = (...values: string[]) =>
  Buffer.concat(
    values.map((value) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(value.length);
      return Buffer.concat([length, Buffer.from(value)]);
    }),
  );

type Page = {
  readonly packed: Buffer;
  readonly inflated: number;
  readonly values: number;
};

export const dictionaryPage = ({ packed, inflated, values }: Page) =>
  Buffer.concat([
    struct({
      1: i32(2),
      2: i32(inflated),
      3: i32(packed.length),
      7: [12, struct({ 1: i32(values), 2: i32(0) })],
    }),
    packed,
  ]);

export const dataPage = ({ packed, inflated, values, encoding = 8 }: Page & { readonly encoding?: number }) =>
  Buffer.concat([
    struct({
      1: i32(3),
      2: i32(inflated),
      3: i32(packed.length),
      8: [12, struct({ 1: i32(values), 2: i32(0), 3: i32(values), 4: i32(encoding), 5: i32(0), 6: i32(0) })],
    }),
    packed,
  ]);

const page = (content: Buffer, values: number): Page => ({
  packed: asSnappy(content),
  inflated: content.length,
  values,
});

export const idDictionary = dictionaryPage(page(texts(modelA, modelB), 2));
/** Indices into the dictionary, of one binary digit, in these runs. */
export const idIndices = (runs: Buffer, values = 2) =>
  dataPage(page(Buffer.concat([Buffer.from([1]), runs]), values));
/** Eight of them packed: 0, 1, and zeros to fill up. */
const bothIds = Buffer.from([3, 2]);

const flatId = struct({ 1: i32(6), 3: i32(0), 4: text('item_id'), 6: i32(0) });
const group = (name: string) => struct({ 3: i32(0), 4: text(name), 5: i32(1) });
/** The column of ids, this deep in other columns. */
export const deepColumn = (depth: number) => [
  group('item_id'),
  ...Array.from({ length: depth - 1 }, () => group('a')),
  flatId,
];

type Forgery = {
  readonly pages?: readonly Buffer[];
  readonly rows?: number;
  /** The column, or what stands for it. */
  readonly schema?: readonly Buffer[];
  /** How often the group lists the column. */
  readonly chunks?: number;
  /** A field of the footer that no file has. */
  readonly extra?: Thrift;
};

/** A Parquet file with the ids of the two models of the small dataset, written byte by byte, so that all can be wrong. */
export function forgedParquet(forgery: Forgery = {}): Buffer {
  const { pages = [idDictionary, idIndices(bothIds)], rows = 2, schema = [flatId], chunks = 1 } = forgery;
  const body = Buffer.concat(pages);
  const chunk = struct({
    2: i64(4),
    3: [
      12,
      struct({
        1: i32(6),
        2: list(5, [number(0), number(8)]),
        3: list(8, [text('item_id')[1]]),
        4: i32(1),
        5: i64(rows),
        6: i64(body.length),
        7: i64(body.length),
        9: i64(4),
      }),
    ],
  });
  const rowGroup = struct({
    1: list(
      12,
      Array.from({ length: chunks }, () => chunk),
    ),
    2: i64(body.length),
    3: i64(rows),
  });
  const footer = struct({
    1: i32(2),
    2: list(12, [struct({ 4: text('root'), 5: i32(1) }), ...schema]),
    3: i64(rows),
    4: list(12, [rowGroup]),
    ...(forgery.extra && { 9: forgery.extra }),
  });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  const mark = Buffer.from('PAR1');
  return Buffer.concat([mark, body, footer, length, mark]);
}

import type { FileMetaData, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import { ImportError } from '../zip/import-error';
import { checkRuns, checkTexts, inflatePage } from './check-page';
import { readThrift, type ThriftStruct } from './thrift';

/** All far above what we write, and far below what would crash a browser tab. */
const limits = {
  footerBytes: 32_000_000,
  footerValues: 2_000_000,
  schemaElements: 200,
  pageHeaderValues: 50,
  /** Of the columns that are read, of one row group. */
  groupBytes: 128_000_000,
  groupValues: 2_000_000,
};

/**
 * The library that reads Parquet believes every number: a list that claims billions of entries takes the memory of all
 * before it is found to end, and so does a run of billions of equal values in two bytes. So these functions walk the file
 * first, with the same steps, and throw unless it is as we write it and takes about as much memory as it has bytes.
 */
export function checkFooter(path: string, file: ArrayBuffer): void {
  const view = new DataView(file);
  const end = view.byteLength - 8;
  const bytes = view.getUint32(end, true);
  if (bytes > end) throw new RangeError(`a footer of ${bytes} bytes`);
  if (bytes > limits.footerBytes) throw new ImportError({ code: 'impossibleSize', path, bytes });
  readThrift(view, end - bytes, limits.footerValues);
}

/** A column that is read, with the highest levels that say in which list and how deep in it a value stands. */
export type ReadableColumn = {
  readonly path: string;
  readonly type: string;
  readonly maxRepetition: number;
  readonly maxDefinition: number;
};

/** The columns of the file in their order. Throws if one of `wanted` is not of a form that we write. */
export function listColumns(
  { schema }: FileMetaData,
  wanted: readonly string[],
): { readonly present: readonly string[]; readonly readable: ReadonlyMap<string, ReadableColumn> } {
  if (schema.length > limits.schemaElements) throw new RangeError(`${schema.length} columns`);
  const { children } = parquetSchema({ schema });
  const present = children.map(({ element }) => element.name);
  if (new Set(present).size !== present.length) throw new RangeError('two columns of one name');
  const read = children.filter(({ element }) => wanted.includes(element.name));
  return { present, readable: new Map(read.map((column) => [column.element.name, readableColumn(column)])) };
}

const plainForms = ['BYTE_ARRAY UTF8', 'INT32 ', 'INT32 DATE', 'INT64 TIMESTAMP_MILLIS', 'BOOLEAN '];

function readableColumn(column: SchemaTree): ReadableColumn {
  const [list] = column.children;
  const leaf = list?.children[0] ?? column;
  const { type = '', converted_type, repetition_type, logical_type, name } = leaf.element;
  const form = `${type} ${converted_type ?? ''}`;
  const isPlain = plainForms.includes(form) && !logical_type && leaf.children.length === 0;
  const isList =
    form === plainForms[0] &&
    `${leaf.path.slice(1).join('.')} ${column.children.length} ${list?.children.length}` ===
      'list.element 1 1' &&
    [column, list, leaf].map((node) => node?.element.repetition_type).join(' ') ===
      'OPTIONAL REPEATED OPTIONAL' &&
    [column, list].map((node) => node?.element.converted_type ?? '').join(' ') === 'LIST ' &&
    !column.element.logical_type &&
    !list?.element.logical_type;
  if (!isPlain || (leaf !== column && !isList) || repetition_type === 'REPEATED') {
    throw new RangeError(`the column ${name} is ${form}`);
  }
  const maxDefinition = isList ? 3 : repetition_type === 'REQUIRED' ? 0 : 1;
  return { path: leaf.path.join('.'), type, maxRepetition: isList ? 1 : 0, maxDefinition };
}

type RowGroup = FileMetaData['row_groups'][number];

/** Throws unless the pages of these columns hold what they state, within the limits. */
export function checkGroup(
  path: string,
  file: ArrayBuffer,
  group: RowGroup,
  columns: ReadonlyMap<string, ReadableColumn>,
): void {
  const spent = { bytes: 0, values: 0 };
  const spend = (values: number, bytes: number) => {
    spent.bytes += count(bytes);
    spent.values += count(values);
    if (spent.bytes > limits.groupBytes)
      throw new ImportError({ code: 'impossibleSize', path, bytes: spent.bytes });
    if (spent.values > limits.groupValues)
      throw new ImportError({ code: 'impossibleRows', path, rows: spent.values });
  };
  const seen = new Set<string>();
  for (const { meta_data, file_path } of group.columns) {
    const [name = ''] = meta_data?.path_in_schema ?? [];
    const column = columns.get(name);
    if (!column) continue;
    const isOurs =
      meta_data?.codec === 'SNAPPY' && meta_data.type === column.type && !file_path && !seen.has(name);
    if (!isOurs || meta_data.path_in_schema.join('.') !== column.path) {
      throw new RangeError(`the pages of ${name}`);
    }
    seen.add(name);
    const start = count(Number(meta_data.dictionary_page_offset || meta_data.data_page_offset));
    const chunk = new DataView(file, start, count(Number(meta_data.total_compressed_size)));
    let at = 0;
    while (at < chunk.byteLength) at = checkPage(chunk, at, column, spend);
    if (at > chunk.byteLength) throw new RangeError(`a page of ${name} that does not end`);
  }
}

// The numbers of the Parquet format.
const [dictionaryPage, dataPageV2] = [2, 3];
const encodings = { plain: 0, rle: 3, rleDictionary: 8 };
const nothing: ThriftStruct = new Map();

type Spend = (values: number, bytes: number) => void;

/** Returns where the page ends. */
function checkPage(chunk: DataView, at: number, column: ReadableColumn, spend: Spend): number {
  const { struct, end: start } = readThrift(chunk, at, limits.pageHeaderValues);
  const [kind, inflatedBytes, packedBytes] = [1, 2, 3].map((id) => count(struct.get(id)));
  const page = new DataView(chunk.buffer, chunk.byteOffset + start, packedBytes);
  const own = struct.get(kind === dictionaryPage ? 7 : 8);
  const header = own instanceof Map ? (own as ThriftStruct) : nothing;
  spend(count(header.get(1)), count(inflatedBytes));
  if (kind === dictionaryPage) checkDictionary(page, header, column, count(inflatedBytes));
  else if (kind === dataPageV2) checkValues(page, header, column, count(inflatedBytes));
  else throw new RangeError(`a page of kind ${kind}`);
  return start + page.byteLength;
}

function checkDictionary(
  page: DataView,
  header: ThriftStruct,
  { type }: ReadableColumn,
  bytes: number,
): void {
  if (type === 'BYTE_ARRAY') checkTexts(inflatePage(bytesOf(page), bytes), count(header.get(1)));
}

function checkValues(page: DataView, header: ThriftStruct, column: ReadableColumn, bytes: number): void {
  const [values, nulls, rows, encoding, definitionBytes, repetitionBytes] = [1, 2, 3, 4, 5, 6].map((id) =>
    count(header.get(id)),
  ) as [number, number, number, number, number, number];
  const { type, maxRepetition, maxDefinition } = column;
  const levels = definitionBytes + repetitionBytes;
  const isOdd =
    nulls > values ||
    rows > values ||
    levels > Math.min(bytes, page.byteLength) ||
    (maxRepetition === 0 && repetitionBytes > 0) ||
    (maxDefinition === 0 && definitionBytes > 0);
  if (isOdd) throw new RangeError(`a page of ${values} values and ${levels} bytes of levels`);
  if (maxRepetition > 0) checkRuns(page, 0, values, maxRepetition);
  if (maxDefinition > 0) checkRuns(page, repetitionBytes, values, maxDefinition);
  const packed = bytesOf(page).subarray(levels);
  const body = header.get(7) === false ? packed : inflatePage(packed, bytes - levels);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const present = values - nulls;
  if (encoding === encodings.rleDictionary) checkRuns(view, 1, present, 2 ** view.getUint8(0) - 1);
  else if (encoding === encodings.rle && type === 'BOOLEAN') checkRuns(view, 4, present, 1);
  else if (encoding !== encodings.plain) throw new RangeError(`the encoding ${encoding}`);
  else if (type === 'BYTE_ARRAY') checkTexts(body, present);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: DataView) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${String(value)} is no count`);
}

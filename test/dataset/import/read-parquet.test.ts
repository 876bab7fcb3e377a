import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readParquetRows } from '../../../src/dataset/import/read-parquet';
import { ImportError, type ImportProblem } from '../../../src/dataset/zip/import-error';
import { openZip, type ZipEntry } from '../../../src/dataset/zip/open-zip';
import { rawZip } from '../zip/raw-zip';

const path = 'parquet/items.parquet';

type File = { readonly zip: Blob; readonly entry: ZipEntry };

/** A table of two groups, `a` 1 to 3 and `b` 4 to 6, with a footer as `edit` leaves it. */
async function parquetFile(edit: (writer: ParquetWriter) => void = () => {}): Promise<File> {
  const bytes = new ByteWriter();
  const schema = ['a', 'b'].map((name) => ({ name, type: 'INT32', repetition_type: 'REQUIRED' }) as const);
  const writer = new ParquetWriter({ writer: bytes, schema: [{ name: 'root', num_children: 2 }, ...schema] });
  const columnData = [
    { name: 'a', data: [1, 2, 3] },
    { name: 'b', data: [4, 5, 6] },
  ];
  await writer.write({ columnData, rowGroupSize: [2, 1] });
  edit(writer);
  await writer.finish();
  return zipOf(Buffer.from(bytes.getBytes()));
}

async function zipOf(content: Buffer): Promise<File> {
  const zip = new Blob([rawZip([{ path, content, stored: true }])]);
  const [entry] = await openZip(zip);
  return { zip, entry: entry! };
}

async function read({ zip, entry }: File, columns = ['a', 'b'], optional: readonly string[] = []) {
  const groups: unknown[] = [];
  for await (const rows of readParquetRows(zip, entry, columns, optional)) groups.push(rows);
  return groups;
}

async function problemOf(reading: Promise<unknown>): Promise<ImportProblem> {
  const error = await reading.then(
    () => 'read',
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(ImportError);
  return (error as ImportError).problem;
}

/** States row groups of these sizes, as many rows as they have together, and has no more bytes than before. */
const claim =
  (...sizes: number[]) =>
  (writer: ParquetWriter) => {
    const [first] = writer.row_groups;
    writer.row_groups = sizes.map((size) => ({ ...first!, num_rows: BigInt(size) }));
    writer.num_rows = BigInt(sizes.reduce((sum, size) => sum + size, 0));
  };

describe('the rows of a Parquet file in a zip', () => {
  it('come a group at a time, with the columns in the order that was asked for', async () => {
    const file = await parquetFile();
    expect(await read(file)).toEqual([
      [
        [1, 4],
        [2, 5],
      ],
      [[3, 6]],
    ]);
    expect(await read(file, ['b'], ['missing', 'a'])).toEqual([
      [
        [4, undefined, 1],
        [5, undefined, 2],
      ],
      [[6, undefined, 3]],
    ]);
  });

  it('are refused without a column that is needed', async () => {
    expect(await problemOf(read(await parquetFile(), ['a', 'c']))).toEqual({
      code: 'missingColumn',
      path,
      column: 'c',
    });
  });

  it.each([
    ['groups do not add up to the number of rows', (writer: ParquetWriter) => (writer.num_rows = 4n), 3],
    ['group has a negative number of rows', claim(3, -1, 1), 3],
    ['group is larger than those we write', claim(200_001), 200_001],
    [
      'groups have more rows than there can be likes',
      claim(...Array<number>(500).fill(200_000), 1),
      100_000_001,
    ],
    ['groups are too many', claim(3, ...Array<number>(10_000).fill(0)), 3],
  ])('are refused if their %s', async (_what, edit, rows) => {
    expect(await problemOf(read(await parquetFile(edit)))).toEqual({ code: 'impossibleRows', path, rows });
  });

  it.each([
    ['in as large a group as can be', claim(200_000)],
    ['as many as can be', claim(...Array<number>(500).fill(200_000))],
    ['in as many groups as can be', claim(3, ...Array<number>(9_999).fill(0))],
  ])('are not refused for being %s', async (_what, edit) => {
    const { zip, entry } = await parquetFile(edit);
    // Whether so many are there shows only when they are read.
    const first = await readParquetRows(zip, entry, ['a'])
      .next()
      .catch((error: unknown) => error);
    expect(first).not.toMatchObject({ problem: { code: 'impossibleRows' } });
  });

  it('are refused if there are fewer of them than their group states', async () => {
    const file = await parquetFile(claim(3));
    expect(await problemOf(read(file))).toEqual({ code: 'missingRows', path });
    expect(await problemOf(read(file, ['a']))).toEqual({ code: 'missingRows', path });
  });

  it('are refused if the file would not fit into memory, before any of it is unpacked', async () => {
    const { zip, entry } = await parquetFile();
    const problem = await problemOf(read({ zip, entry: { ...entry, inflatedBytes: 1_000_000_001 } }));
    expect(problem).toEqual({ code: 'fileTooLarge', path });
  });

  it('are refused if there is no Parquet in the file', async () => {
    const problem = await problemOf(read(await zipOf(Buffer.from('PAR1 this is none PAR1'))));
    expect(problem).toEqual({ code: 'notParquet', path });
  });
});

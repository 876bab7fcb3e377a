import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemoryBudget } from '../../../src/dataset/import/memory-budget';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { modelA, modelB, smallDataset } from '../merge/small-dataset';
import {
  asSnappy,
  dataPage,
  deepColumn,
  dictionaryPage,
  forgedParquet,
  idDictionary,
  idIndices,
  nestedLists,
  texts,
  varint,
  zerosInSnappy,
} from './forged-parquet';
import { refusalOf } from './refusal-of';

const path = 'parquet/items.parquet';
/** Stored as it is, so that the zip itself is not a bomb. */
const datasetWith = (table: Buffer, stored = true) =>
  smallDataset({
    files: { [path]: table },
    edit: (entries) => entries.map((entry) => (entry.path === path ? { ...entry, stored } : entry)),
  });

const notParquet = { code: 'notParquet', path };
const impossibleSize = { code: 'impossibleSize', path };
const impossibleRows = { code: 'impossibleRows', path };

const run = (numbers: number) => Buffer.concat([varint(2 * numbers), Buffer.from([1])]);
const packed = asSnappy(texts(modelA, modelB));
const [inflated, values] = [2 * 36, 2];
const hugeText = texts('x'.repeat(1_000_000));

describe('a table in Parquet', () => {
  it('is read if all its numbers are true', async () => {
    const { models } = await readDataset(datasetWith(forgedParquet()));
    expect(models.map(({ uid }) => uid)).toEqual([modelA, modelB]);
  });

  it('is refused once its models have taken too much memory', async () => {
    const reading = readDataset(datasetWith(forgedParquet()), undefined, createMemoryBudget(1_200));
    await expect(reading).rejects.toMatchObject({ problem: { code: 'fileTooLarge', path } });
  });

  it('is refused if a run is longer than what is left', async () => {
    const overlong = forgedParquet({ pages: [idDictionary, idIndices(run(100_000))] });
    expect(await refusalOf(datasetWith(overlong))).toMatchObject(notParquet);
  });

  it.each<[string, Buffer, object]>([
    ['with nested lists of 2^25 entries in its footer', forgedParquet({ extra: nestedLists }), notParquet],
    [
      'with a list of 2^31 entries in its footer',
      forgedParquet({ extra: [9, Buffer.concat([Buffer.from([0xf3]), varint(2 ** 31 - 1)])] }),
      notParquet,
    ],
    [
      'with a number of a million bytes in its footer',
      forgedParquet({ extra: [6, Buffer.alloc(1_000_000, 0x80)] }),
      notParquet,
    ],
    [
      'with three million values in its footer',
      forgedParquet({
        extra: [9, Buffer.concat([Buffer.from([0xf3]), varint(3_000_000), randomBytes(3_000_000)])],
      }),
      notParquet,
    ],
    [
      'with nested lists in the header of a page',
      forgedParquet({ pages: [Buffer.concat([Buffer.from([0x99]), nestedLists[1]])] }),
      notParquet,
    ],
    ['with a billion rows', forgedParquet({ rows: 1_000_000_000 }), impossibleRows],
    [
      'with a dictionary of 2^31 values',
      forgedParquet({ pages: [dictionaryPage({ packed, inflated, values: 2 ** 31 - 1 })] }),
      impossibleRows,
    ],
    [
      'with a page of 2^31 values',
      forgedParquet({ pages: [idDictionary, idIndices(run(2 ** 31 - 1), 2 ** 31 - 1)] }),
      impossibleRows,
    ],
    [
      'with a run of 2^30 values',
      forgedParquet({ pages: [idDictionary, idIndices(run(2 ** 30))] }),
      notParquet,
    ],
    [
      'with a group of a negative number of packed values',
      forgedParquet({ pages: [idDictionary, idIndices(varint(2 ** 32 - 1))] }),
      notParquet,
    ],
    [
      'with a page of two gigabytes',
      forgedParquet({ pages: [dictionaryPage({ packed, inflated: 2 ** 31 - 1, values })] }),
      impossibleSize,
    ],
    [
      'with many pages that inflate to little each',
      forgedParquet({
        pages: Array.from({ length: 5 }, () =>
          dictionaryPage({ packed: zerosInSnappy(2 ** 25), inflated: 2 ** 25, values }),
        ),
      }),
      impossibleSize,
    ],
    [
      'with a text of a megabyte',
      forgedParquet({
        pages: [dictionaryPage({ packed: asSnappy(hugeText), inflated: hugeText.length, values: 1 })],
      }),
      notParquet,
    ],
    [
      'with texts that repeat the beginning of the one before',
      forgedParquet({ pages: [dataPage({ packed, inflated, values, encoding: 7 })] }),
      notParquet,
    ],
    ['with a column ten thousand times', forgedParquet({ chunks: 10_000 }), notParquet],
    ['with a column within another', forgedParquet({ schema: deepColumn(2) }), notParquet],
    ['with a column ten thousand deep', forgedParquet({ schema: deepColumn(10_000) }), notParquet],
  ])('is refused %s', async (_what, table, problem) => {
    expect(await refusalOf(datasetWith(table))).toMatchObject(problem);
  });

  it('is refused if the zip shrank it to a thirtieth', async () => {
    const table = Buffer.concat([randomBytes(300_000), Buffer.alloc(9_000_000)]);
    expect(await refusalOf(datasetWith(table, false))).toMatchObject(impossibleSize);
  });
});

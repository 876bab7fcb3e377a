import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { emptyPackedModels } from '../../../src/dataset/snapshot/pack-models';
import { interactionGroups, interactions } from '../../../src/dataset/tables/interactions';
import { writeParquet } from '../../../src/dataset/tables/write-parquet';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { makeZip } from '../zip/made-zip';
import { readParquet, readParquetMetadata } from './read-parquet';

const made = await makeZip([
  { uid: 'b2', tags: ['wolf'], likes: ['zoe', 'adam', 'zoe', 'bo'] },
  { uid: 'a1', state: 'new', complete: false },
  { uid: 'B1', likes: ['adam'] },
]);

describe('a Parquet file', () => {
  it.each(['interactions', 'items'])('of %s has its columns and is readable without rows', async (name) => {
    const empty = await makeZip([]);
    expect(await readParquet(empty, name)).toEqual([]);
    const columns = readParquetMetadata(empty, name).schema.map((element) => element.name);
    expect(columns).toEqual(readParquetMetadata(made, name).schema.map((element) => element.name));
    expect(columns.length).toBeGreaterThan(4);
  });

  it('has strings, integers of 32 bits, lists of three levels, and no nulls in keys', () => {
    const of = (name: string) =>
      readParquetMetadata(made, name).schema.map(
        ({ name: column, type, converted_type, repetition_type }) =>
          [column, type, converted_type, repetition_type] as const,
      );
    expect(of('interactions').slice(1)).toEqual([
      ['user_id', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      ['item_id', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      ['user_idx', 'INT32', undefined, 'REQUIRED'],
      ['item_idx', 'INT32', undefined, 'REQUIRED'],
    ]);
    const tags = of('items').findIndex(([column]) => column === 'tags');
    expect(of('items').slice(tags, tags + 3)).toEqual([
      ['tags', undefined, 'LIST', 'OPTIONAL'],
      ['list', undefined, undefined, 'REPEATED'],
      ['element', 'BYTE_ARRAY', 'UTF8', 'OPTIONAL'],
    ]);
  });

  it('is written in groups of 200,000 rows, with dictionaries for ids, in chunks of at most 256 kB', async () => {
    const [models, users] = [3, 80_000];
    const idOf = (user: number) => String(user).padStart(5, '0').padEnd(32, '0');
    const selection = {
      models: {
        packed: emptyPackedModels(
          stringListOf(Array.from({ length: models }, (_, model) => `m${String(model)}` as ModelUid)),
        ),
        indices: Uint32Array.from([0, 1, 2]),
      },
      starts: Uint32Array.from({ length: models + 1 }, (_, model) => model * users),
      ranks: Uint32Array.from({ length: models * users }, (_, like) => like % users),
      pseudonyms: Buffer.concat(Array.from({ length: users }, (_, user) => Buffer.from(idOf(user), 'hex'))),
      userIdx: Int32Array.from({ length: users }, (_, user) => users - 1 - user),
      itemIdx: Int32Array.from([2, 0, 1]),
      likesCollected: new Uint32Array(models),
    };
    const chunks: Uint8Array[] = [];
    for await (const chunk of writeParquet(
      interactions,
      interactionGroups(selection, () => {}),
    ))
      chunks.push(chunk.slice());
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);
    const file = Uint8Array.from(Buffer.concat(chunks)).buffer;
    const { row_groups } = parquetMetadata(file);
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([200_000, 40_000]);
    // A reader that looks for one user relies on these bounds: wrong ones would hide rows from it. They are cut to 16
    // characters.
    const bounds = row_groups.map(({ columns }) => columns[0]?.meta_data?.statistics);
    expect(bounds.map((of) => String(of?.min_value).slice(0, 5))).toEqual(['00000', '40000']);
    expect(bounds.map((of) => String(of?.max_value).slice(0, 5))).toEqual(['79999', '79999']);
    for (const { meta_data } of row_groups.flatMap(({ columns }) => columns)) {
      expect(meta_data?.encodings).toContain('RLE_DICTIONARY');
    }
    const likes = await parquetReadObjects({ file });
    expect(likes).toHaveLength(240_000);
    expect(likes[200_000]).toEqual({
      user_id: idOf(40_000),
      item_id: 'm2',
      user_idx: 39_999,
      item_idx: 1,
    });
  });
});

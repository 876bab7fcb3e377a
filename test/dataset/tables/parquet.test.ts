import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { emptyPackedModels } from '../../../src/dataset/snapshot/pack-models';
import { interactionGroups, interactions } from '../../../src/dataset/tables/interactions';
import { writeParquet } from '../../../src/dataset/tables/write-parquet';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { makeZip, table } from '../zip/made-zip';
import { readParquet, readParquetMetadata } from './read-parquet';

const rows = [
  {
    uid: 'b2',
    name: '"Wolf" | 🐺',
    tags: ['wolf', 'low|poly', 'Animal', 'wolf'],
    categories: ['Animals & Pets'],
    likes: ['zoe', 'adam', 'zoe', 'bo'],
    likeCount: 7,
    noAi: true,
    thumbnailUrl: 'https://media.example/b2.jpeg',
  },
  { uid: 'a1', name: 'Zebra', tags: [], categories: null, state: 'new', complete: false, likeCount: null },
  {
    uid: 'B1',
    name: '',
    state: 'partial',
    complete: false,
    cause: 'a page was lost',
    likes: ['adam'],
    noAi: false,
  },
];
const made = await makeZip(rows);
const sortedNumbers = (values: unknown[]) => [...new Set(values)].sort((a, b) => Number(a) - Number(b));

describe('items.parquet', () => {
  it('has every model and how far its list was read, with nulls for unknown facts', async () => {
    const items = await readParquet(made, 'items');
    expect(items.map(({ item_idx: _, ...row }) => row)).toEqual([
      {
        item_id: 'B1',
        name: '',
        categories: null,
        tags: null,
        like_count: 1,
        likes_collected: 1,
        complete: false,
        state: 'partial',
        cause: 'a page was lost',
        no_ai: false,
        thumbnail_url: null,
      },
      {
        item_id: 'a1',
        name: 'Zebra',
        categories: null,
        tags: [],
        like_count: null,
        likes_collected: 0,
        complete: false,
        state: 'new',
        cause: null,
        no_ai: null,
        thumbnail_url: null,
      },
      {
        item_id: 'b2',
        name: '"Wolf" | 🐺',
        categories: ['Animals & Pets'],
        tags: ['Animal', 'low|poly', 'wolf'],
        like_count: 7,
        likes_collected: 3,
        complete: true,
        state: 'complete',
        cause: null,
        no_ai: true,
        thumbnail_url: 'https://media.example/b2.jpeg',
      },
    ]);
  });

  it('numbers every model', async () => {
    const items = await readParquet(made, 'items');
    expect(sortedNumbers(items.map(({ item_idx }) => item_idx))).toEqual([0, 1, 2]);
  });
});

describe('interactions.parquet', () => {
  it('has the pairs of the PSV and RecBole files, in the same order', async () => {
    const pairs = (await readParquet(made, 'interactions')).map(({ item_id, user_id }) => [item_id, user_id]);
    expect(pairs).toHaveLength(4);
    expect(table(made, 'model_likes_anon').slice(1)).toEqual(
      pairs.map((pair) => [expect.any(String) as unknown, ...pair]),
    );
    const inter = made.files.get('recbole/sketchfab-likes/sketchfab-likes.inter')!.toString();
    expect(inter).toBe(
      [
        'user_id:token\titem_id:token',
        ...pairs.map(([item, user]) => `${String(user)}\t${String(item)}`),
        '',
      ].join('\n'),
    );
  });

  it('gives each user and model one number, the models that of the items', async () => {
    const likes = await readParquet(made, 'interactions');
    const itemIdx = new Map(
      (await readParquet(made, 'items')).map((item) => [item['item_id'], item['item_idx']]),
    );
    for (const { item_id, item_idx } of likes) expect(itemIdx.get(item_id)).toBe(item_idx);
    const users = new Map(likes.map(({ user_id, user_idx }) => [user_id, user_idx]));
    for (const { user_id, user_idx } of likes) expect(users.get(user_id)).toBe(user_idx);
    expect(sortedNumbers([...users.values()])).toEqual([0, 1, 2]);
  });

  it('numbers in random order: not that of the ids, and another under another key', async () => {
    const many = [{ uid: 'm1', likes: Array.from({ length: 200 }, (_, user) => `u${String(user)}`) }];
    const numbers = async (text: string) => {
      const likes = await readParquet(
        await makeZip(many, { key: { mode: 'one-time', text } }),
        'interactions',
      );
      return likes.map(({ user_idx }) => user_idx);
    };
    const [first, again, other] = [
      await numbers('key one'),
      await numbers('key one'),
      await numbers('key two'),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first).not.toEqual(sortedNumbers(first));
    expect(sortedNumbers(first)).toHaveLength(200);
  });
});

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
    const pieces: Uint8Array[] = [];
    for await (const piece of writeParquet(
      interactions,
      interactionGroups(selection, () => {}),
    ))
      pieces.push(piece.slice());
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);
    const file = Uint8Array.from(Buffer.concat(pieces)).buffer;
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

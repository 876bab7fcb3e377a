import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../../src/sketchfab/iso-date';
import { makeZip } from '../zip/made-zip';
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
    thumbnailUrl: 'https://media.sketchfab.com/b2.jpeg',
    publishedOn: parseIsoDate('2024-03-01')!,
    views: { count: 1_234, seenOn: parseIsoDate('2026-01-02')! },
    faceCount: 5_000,
    licence: 'CC Attribution',
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
        published_on: null,
        views: null,
        views_seen_on: null,
        faces: null,
        licence: null,
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
        published_on: null,
        views: null,
        views_seen_on: null,
        faces: null,
        licence: null,
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
        thumbnail_url: 'https://media.sketchfab.com/b2.jpeg',
        published_on: new Date('2024-03-01'),
        views: 1_234,
        views_seen_on: new Date('2026-01-02'),
        faces: 5_000,
        licence: 'CC Attribution',
      },
    ]);
  });

  it('has a null only in columns that may be unknown', () => {
    const columns = readParquetMetadata(made, 'items').schema.filter(({ type }) => type !== undefined);
    const required = columns.filter(({ repetition_type }) => repetition_type === 'REQUIRED');
    expect(required.map(({ name }) => name)).toEqual([
      'item_id',
      'item_idx',
      'name',
      'likes_collected',
      'complete',
      'state',
    ]);
  });

  it('numbers every model', async () => {
    const items = await readParquet(made, 'items');
    expect(items.map(({ item_idx }) => Number(item_idx)).sort()).toEqual([0, 1, 2]);
  });
});

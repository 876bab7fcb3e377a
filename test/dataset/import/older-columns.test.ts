import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { items } from '../../../src/dataset/tables/items';
import type { Table } from '../../../src/dataset/tables/table';
import { writeParquet } from '../../../src/dataset/tables/write-parquet';
import { modelA, modelB, smallDataset } from '../merge/small-dataset';

const itemsPath = 'parquet/items.parquet';
/** The two models of the small dataset, in the columns of today. */
const models: Readonly<Record<string, readonly unknown[]>> = {
  item_id: [modelA, modelB],
  item_idx: [0, 1],
  name: ['Dragon', 'two | halves'],
  like_count: [2, null],
  likes_collected: [2, 1],
  complete: [true, false],
  state: ['complete', 'partial'],
  thumbnail_url: ['https://media.sketchfab.com/a.jpeg', null],
  published_on: [19_783, null],
  views: [1_234, 5],
  views_seen_on: [20_455, null],
  faces: [5_000, -1],
  licence: ['CC Attribution', ''],
};

async function datasetWith(columns: Table['columns']): Promise<Blob> {
  const group = columns.map(({ name }) => models[name] ?? [null, null]);
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeParquet({ columns }, [group])) chunks.push(chunk.slice());
  return smallDataset({ files: { [itemsPath]: Buffer.concat(chunks) } });
}

describe('the facts in items.parquet', () => {
  it('are imported', async () => {
    const { models: read } = await readDataset(await datasetWith(items.columns));
    expect(read).toMatchObject([
      {
        uid: modelA,
        likeCount: 2,
        publishedOn: '2024-03-01',
        views: { count: 1_234, seenOn: '2026-01-02' },
        faceCount: 5_000,
        licence: 'CC Attribution',
      },
      // A count of nobody knows when is no use: it could only win over what is known.
      { uid: modelB, likeCount: null, publishedOn: null, views: null, faceCount: null, licence: null },
    ]);
  });

  it('are null if the table was written by a version without their columns', async () => {
    const last = items.columns.findIndex(({ name }) => name === 'thumbnail_url');
    expect(last).toBeLessThan(items.columns.length - 1);
    const { models: read } = await readDataset(await datasetWith(items.columns.slice(0, last + 1)));
    expect(read).toMatchObject([
      {
        uid: modelA,
        likeCount: 2,
        thumbnailUrl: 'https://media.sketchfab.com/a.jpeg',
        publishedOn: null,
        views: null,
      },
      { uid: modelB, publishedOn: null, views: null },
    ]);
  });
});

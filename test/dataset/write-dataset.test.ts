import { describe, expect, it } from 'vitest';
import { datasetFileName } from '../../src/dataset/dataset-summary';
import type { DatasetProgress } from '../../src/dataset/progress';
import { keyedHash } from '../../src/dataset/pseudonyms/keyed-hash';
import { makeZip, table } from './zip/made-zip';

const pseudonym = keyedHash('secret key');
const rows = [
  {
    uid: 'b2',
    name: '"Wolf" | 🐺 \\ NA',
    tags: ['wolf', 'low|poly', 'Animal'],
    categories: ['Animals & Pets'],
    likes: ['zoe', 'adam', 'zoe', 'bo'],
  },
  { uid: 'a1', name: 'Zebra', tags: [], categories: null, state: 'new', complete: false },
  { uid: 'B1', name: '', tags: ['wolf', 'wolf', ''], state: 'partial', complete: false, likes: ['adam'] },
];

describe('the zip', () => {
  it('contains its files in the documented order, and no folders', async () => {
    const { files } = await makeZip(rows);
    expect([...files.keys()]).toEqual([
      'data/model_urls.psv',
      'data/model_feats.psv',
      'data/model_likes_anon.psv',
      'parquet/interactions.parquet',
      'parquet/items.parquet',
      'recbole/sketchfab-likes/sketchfab-likes.inter',
      'recbole/sketchfab-likes/sketchfab-likes.item',
      'stats.json',
      'README.md',
      'datapackage.json',
    ]);
  });

  it('lists every model with its exact name, sorted by code unit of the id', async () => {
    expect(table(await makeZip(rows), 'model_urls')).toEqual([
      ['name', 'mid'],
      ['', 'B1'],
      ['Zebra', 'a1'],
      ['"Wolf" | 🐺 \\ NA', 'b2'],
    ]);
  });

  it('lists each like once, sorted by pseudonym, with a simplified name', async () => {
    const likes = (users: string[]) => users.map(pseudonym).sort();
    expect(table(await makeZip(rows), 'model_likes_anon')).toEqual([
      ['modelname', 'mid', 'uid'],
      ...likes(['adam']).map((uid) => ['-', 'B1', uid]),
      ...likes(['zoe', 'adam', 'bo']).map((uid) => ['Wolf" / 🐺 / NA', 'b2', uid]),
    ]);
  });

  it('lists each category and tag once, as the site shows it', async () => {
    expect(table(await makeZip(rows), 'model_feats')).toEqual([
      ['mid', 'type', 'value'],
      ['B1', 'tag', 'wolf'],
      ['b2', 'category', 'Animals & Pets'],
      ['b2', 'tag', 'Animal'],
      ['b2', 'tag', 'low|poly'],
      ['b2', 'tag', 'wolf'],
    ]);
  });

  it('has a correct summary', async () => {
    const { summary, zip, files } = await makeZip(rows);
    expect(summary).toMatchObject({
      models: 3,
      users: 3,
      likes: 4,
      duplicateLikes: 1,
      completeModels: 1,
      featsRows: 5,
      zipBytes: zip.length,
    });
    expect(Object.entries(summary.modelsByState)).toEqual([
      ['complete', 1],
      ['partial', 1],
      ['new', 1],
    ]);
    expect(summary.files.map(({ path, bytes }) => [path, bytes])).toEqual(
      [...files].map(([path, content]) => [path, content.length]),
    );
  });

  it('is complete if nothing was captured', async () => {
    const made = await makeZip([]);
    expect(made.summary).toMatchObject({ models: 0, users: 0, likes: 0, modelsByState: {} });
    expect(table(made, 'model_urls')).toEqual([['name', 'mid']]);
    expect(table(made, 'model_likes_anon')).toEqual([['modelname', 'mid', 'uid']]);
    expect(table(made, 'model_feats')).toEqual([['mid', 'type', 'value']]);
  });

  it('contains every like of a table whose last line exactly fills a chunk', async () => {
    // 3,799 lines of 69 bytes after a header of 19 are the first to fill 256 kB.
    for (const users of [3_798, 3_799, 3_800]) {
      const likes = Array.from({ length: users }, (_, index) => `u${index}`);
      const made = await makeZip([{ uid: 'ab'.repeat(16), name: 'x', likes }]);
      expect(table(made, 'model_likes_anon')).toHaveLength(users + 1);
    }
  });

  it('is written batch by batch, and reports each step once, in order', async () => {
    const told: DatasetProgress[] = [];
    const many = Array.from({ length: 450 }, (_, index) => ({ uid: `m${String(index)}`, likes: ['x', 'y'] }));
    const made = await makeZip(many, { onProgress: (progress) => told.push(progress) });
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect([...new Set(told.map(stepOf))]).toEqual([
      ...['readLikes', 'readUsernames', 'filter', 'summarize', 'pseudonymize'],
      ...[...made.files.keys()].map((path) => `writeFile ${path}`),
    ]);
    // Batches of 200 models, as shares of one step.
    const reading = told.filter(({ step }) => step === 'readLikes').map(({ share }) => share);
    const length = reading.at(-1)! - reading[0]!;
    expect(reading.map((share) => Math.round(((share - reading[0]!) / length) * 450))).toEqual([
      0, 200, 400, 450,
    ]);
    expect(table(made, 'model_urls').slice(1)).toHaveLength(450);
    expect(table(made, 'model_likes_anon').slice(1)).toHaveLength(900);
  });

  it('is named after the day in UTC', () => {
    expect(datasetFileName(new Date('2026-01-02T23:59:59.999Z'))).toBe('sketchfab-likes-2026-01-02.zip');
  });
});

function stepOf({ step, path }: DatasetProgress): string {
  return path === undefined ? step : `${step} ${path}`;
}

import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { tooManyLikes } from '../../../src/workers/export/zip-size';

const all = parseDatasetOptions({});

describe('the limit on the size of a zip', () => {
  it('allows sixty times the likes of 2016', () => {
    expect(tooManyLikes(38_000_000, all)).toBeNull();
  });

  it('names the kinds of table that fit if all together do not', () => {
    expect(tooManyLikes(60_000_000, all)).toEqual({
      code: 'tooManyLikes',
      likes: 60_000_000,
      fitting: ['parquet', 'recbole'],
    });
    const parquet = parseDatasetOptions({ files: { psv: false, recbole: false } });
    expect(tooManyLikes(60_000_000, parquet)).toBeNull();
  });

  it('names no kind of table if none fits, but allows a share of the users', () => {
    expect(tooManyLikes(200_000_000, all)).toMatchObject({ fitting: [] });
    expect(tooManyLikes(200_000_000, parseDatasetOptions({ userSharePercent: 20 }))).toBeNull();
  });

  it('allows any number of likes if filters leave an unknown number', () => {
    expect(tooManyLikes(60_000_000, parseDatasetOptions({ minLikesPerUser: 5 }))).toBeNull();
    expect(tooManyLikes(60_000_000, parseDatasetOptions({ minLikesPerUser: 1 }))).not.toBeNull();
  });
});

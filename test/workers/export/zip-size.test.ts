import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { tooLargeMessage } from '../../../src/workers/export/zip-size';

const all = parseDatasetOptions({});

describe('before an export', () => {
  it('is silent about sixty times the likes of 2016', () => {
    expect(tooLargeMessage(38_000_000, all)).toBeNull();
  });

  it('names the parts that fit where the whole does not', () => {
    expect(tooLargeMessage(60_000_000, all)).toBe(
      'One zip holds 4 GiB, and 60,000,000 likes in these files are more. Export in parts, under a project key or ' +
        'passphrase so that they agree. Each of these fits by itself: Parquet, RecBole.',
    );
    const parquet = parseDatasetOptions({ files: { psv: false, recbole: false } });
    expect(tooLargeMessage(60_000_000, parquet)).toBeNull();
  });

  it('has nothing but a share of the users to offer where no part fits', () => {
    expect(tooLargeMessage(200_000_000, all)).toMatch(/are more\. Take a share of the users\.$/);
    expect(tooLargeMessage(200_000_000, parseDatasetOptions({ userSharePercent: 20 }))).toBeNull();
  });

  it('leaves it to the writing where filters take an unknown part', () => {
    expect(tooLargeMessage(60_000_000, parseDatasetOptions({ minLikesPerUser: 5 }))).toBeNull();
    expect(tooLargeMessage(60_000_000, parseDatasetOptions({ minLikesPerUser: 1 }))).not.toBeNull();
  });
});

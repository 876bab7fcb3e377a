import { describe, expect, it } from 'vitest';
import { exportFailureText } from '../../../src/popup/dataset/export-failure-text';

describe('the text of a failed export', () => {
  it('names the kinds of table that fit on their own', () => {
    expect(
      exportFailureText({ code: 'tooManyLikes', likes: 60_000_000, fitting: ['parquet', 'recbole'] }),
    ).toBe(
      '60,000,000 likes in these files do not fit into one zip, which holds 4 GiB. Export one kind at a time, with a project key or passphrase so that they match. These fit on their own: Parquet, RecBole.',
    );
    expect(exportFailureText({ code: 'tooManyLikes', likes: 200_000_000, fitting: [] })).toMatch(
      /4 GiB\. Export a share of the users\.$/,
    );
  });

  it('distinguishes a file that is too large from a zip that is too large', () => {
    expect(exportFailureText({ code: 'zipTooLarge', path: null })).toMatch(
      /^The zip would be larger than 4 GiB/,
    );
    expect(exportFailureText({ code: 'zipTooLarge', path: 'data/x.psv' })).toMatch(
      /^data\/x\.psv would be larger than 4 GiB/,
    );
  });

  it('repeats the words of an unexpected error', () => {
    expect(exportFailureText({ code: 'unexpected', message: 'connection lost' })).toBe('connection lost');
  });
});

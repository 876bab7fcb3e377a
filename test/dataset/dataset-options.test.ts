import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions, parseDatasetOptions } from '../../src/dataset/dataset-options';

describe('the options of an export', () => {
  it('default to every file and no filter', () => {
    expect(parseDatasetOptions({})).toEqual(defaultDatasetOptions);
    expect(Object.values(defaultDatasetOptions.files)).not.toContain(false);
    expect(defaultDatasetOptions).toMatchObject({
      minLikesPerUser: 0,
      minLikesPerModel: 0,
      leaveOutNoAi: false,
      userSharePercent: 100,
      likesNames: 'plain',
      hash: 'hmac-sha256',
      about: { title: '', creator: '', licence: '', url: '' },
    });
  });

  it('survive being stored', () => {
    const options = parseDatasetOptions({ files: { recbole: false }, excluded: { usernames: ['ada'] } });
    expect(parseDatasetOptions(JSON.parse(JSON.stringify(options)))).toEqual(options);
    expect(options.files).toMatchObject({ recbole: false, psv: true });
  });

  it('drop blank and repeated list entries, and line breaks in texts', () => {
    const { excluded, about } = parseDatasetOptions({
      excluded: { userUids: [' u1', 'u1', '', '  '] },
      about: { creator: ' Ada\nlicense: evil ' },
    });
    expect(excluded.userUids).toEqual(['u1']);
    expect(about.creator).toBe('Ada license: evil');
  });

  it.each([
    [null, /./],
    [{ excluded: { userUids: 'u1' } }, /excluded\.userUids must be a list/],
    [{ excluded: { usernames: [7] } }, /excluded\.usernames must be a list/],
    [{ minLikesPerUser: -1 }, /minLikesPerUser must be a whole number/],
    [{ minLikesPerModel: 1.5 }, /minLikesPerModel must be a whole number/],
    [{ userSharePercent: 0 }, /userSharePercent must be more than 0/],
    [{ userSharePercent: 101 }, /userSharePercent must be more than 0/],
    [{ userSharePercent: NaN }, /userSharePercent must be more than 0/],
    [{ likesNames: 'raw' }, /likesNames must be plain or exact/],
    [{ hash: 'md5' }, /hash must be/],
    [{ files: { psv: 'yes' } }, /files\.psv must be yes or no/],
    [{ about: { url: 'javascript:alert(1)' } }, /about\.url must begin with https/],
    [{ about: { title: 'x'.repeat(301) } }, /about\.title must not be longer/],
  ])('are rejected if they are %j', (value, message) => {
    expect(() => parseDatasetOptions(value)).toThrow(message);
  });

  it('report all problems at once', () => {
    expect(() => parseDatasetOptions({ hash: '', minLikesPerUser: 'x' })).toThrow(/minLikesPerUser.*; hash/);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { defaultExportOptions } from '../../../src/popup/dataset/options';
import { optionsText, ownOptionsText, userIdsText } from '../../../src/popup/dataset/options-text';

describe('what goes in, in a line', () => {
  it('is everything until something is chosen', () => {
    expect(optionsText(defaultDatasetOptions)).toBe('Everything, in all kinds of files');
    // One like is what every user has.
    expect(optionsText({ ...defaultDatasetOptions, minLikesPerUser: 1 })).toBe(
      'Everything, in all kinds of files',
    );
  });

  it('names each thing that is not as it comes', () => {
    const said = optionsText({
      ...defaultDatasetOptions,
      files: { ...defaultDatasetOptions.files, parquet: false, recbole: false },
      minLikesPerUser: 5,
      minLikesPerModel: 1,
      leaveOutNoAi: true,
      leaveOutRestricted: true,
      excluded: { usernames: ['a', '16271'], userUids: ['16271'], modelUids: [] },
      userSharePercent: 12.5,
      likesNames: 'exact',
      hash: 'hmac-md5',
    });
    expect(said.split('; ')).toEqual([
      'without Parquet, RecBole',
      'users with 5 likes or more',
      'models with 1 like or more',
      'no NoAI models',
      'no age-restricted models',
      '2 left out by name',
      '12.5 % of users',
      'exact names',
      'HMAC-MD5',
    ]);
  });

  it('is said in the popup in a few words, and not at all when it is as it comes', () => {
    expect(ownOptionsText(defaultExportOptions)).toBeNull();
    expect(ownOptionsText({ ...defaultExportOptions, userIds: 'project' })).toBe('Project key');
    const own = { ...defaultExportOptions, options: { ...defaultDatasetOptions, leaveOutNoAi: true } };
    expect(ownOptionsText(own)).toBe('One-time key, your choices');
    expect(userIdsText(own)).toBe('User ids leave as one-time pseudonyms, with your choices.');
  });
});

import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { defaultExportOptions } from '../../../src/popup/dataset/options';
import { optionsText, ownOptionsText, userIdsText } from '../../../src/popup/dataset/options-text';

describe('the one-line text of the dataset options', () => {
  it('says "everything" by default', () => {
    expect(optionsText(defaultDatasetOptions)).toBe('Everything, in all file formats');
    // One like is what every user has.
    expect(optionsText({ ...defaultDatasetOptions, minLikesPerUser: 1 })).toBe(
      'Everything, in all file formats',
    );
  });

  it('names each option that differs from the default', () => {
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
      escapeFormulas: true,
      hash: 'hmac-md5',
    });
    expect(said.split('; ')).toEqual([
      'without Parquet, RecBole',
      'users with at least 5 likes',
      'models with at least 1 like',
      'no NoAI models',
      'no age-restricted models',
      '2 entries left out by name',
      '12.5% of users',
      'exact names',
      'formulas escaped',
      'HMAC-MD5',
    ]);
  });

  it('is short in the popup, and absent if all options are the default', () => {
    expect(ownOptionsText(defaultExportOptions)).toBeNull();
    expect(ownOptionsText({ ...defaultExportOptions, userIds: 'project' })).toBe('Project key');
    const own = { ...defaultExportOptions, options: { ...defaultDatasetOptions, leaveOutNoAi: true } };
    expect(ownOptionsText(own)).toBe('One-time key, custom options');
    expect(userIdsText(own)).toBe('User ids are replaced by one-time pseudonyms. Custom options apply.');
  });
});

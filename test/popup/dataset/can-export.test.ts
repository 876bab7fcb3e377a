import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { whyNoDownload, whyNoPart } from '../../../src/popup/dataset/can-export';
import { defaultExportOptions } from '../../../src/popup/dataset/options';
import { countersOf, firstDay, overviewOf } from '../snapshot-of';

const some = { ...firstDay, view: 'tab', overview: overviewOf(countersOf({ complete: 1 })) } as const;
const phrase = { ...defaultExportOptions, userIds: 'passphrase', projectId: 'p' } as const;
const noTables = { ...defaultDatasetOptions.files, psv: false, parquet: false, recbole: false };

describe('why there is no download', () => {
  it.each([
    ['nothing is captured', firstDay, 'Nothing is captured yet.'],
    [
      'the choices are broken',
      { ...some, exportOptions: null },
      'Your choices for the dataset cannot be read.',
    ],
    [
      'no table is chosen',
      {
        ...some,
        exportOptions: { ...defaultExportOptions, options: { ...defaultDatasetOptions, files: noTables } },
      },
      'Choose a kind of table first.',
    ],
    ['there is no phrase', { ...some, exportOptions: phrase, passphrase: ' ' }, 'Type the passphrase first.'],
    [
      'there is no project id',
      { ...some, exportOptions: { ...phrase, projectId: '' }, passphrase: 'x' },
      'A passphrase needs a project id.',
    ],
    ['all is there', { ...some, exportOptions: phrase, passphrase: 'x' }, null],
    ['the popup hands over to the tab', { ...some, exportOptions: phrase, view: 'popup' as const }, null],
  ])('when %s', (_situation, snapshot, expected) => {
    expect(whyNoDownload(snapshot)).toBe(expected);
  });

  it('is a part under a key that nobody keeps', () => {
    expect(whyNoPart(some)).toContain('one-time key nothing could be merged');
    expect(whyNoPart({ ...some, exportOptions: { ...defaultExportOptions, userIds: 'project' } })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { whyNoDownload, whyNoPart } from '../../../src/popup/dataset/can-export';
import { defaultExportOptions } from '../../../src/popup/dataset/options';
import { countersOf, firstDay, overviewOf } from '../snapshot-of';

const some = { ...firstDay, view: 'tab', overview: overviewOf(countersOf({ complete: 1 })) } as const;
const phrase = { ...defaultExportOptions, userIds: 'passphrase', projectId: 'p' } as const;
const noTables = { ...defaultDatasetOptions.files, psv: false, parquet: false, recbole: false };

describe('why nothing can be downloaded', () => {
  it.each([
    ['nothing is captured', firstDay, 'Nothing is captured yet.'],
    [
      'the options could not be read',
      { ...some, exportOptions: null },
      'Your dataset options could not be read.',
    ],
    [
      'no table is selected',
      {
        ...some,
        exportOptions: { ...defaultExportOptions, options: { ...defaultDatasetOptions, files: noTables } },
      },
      'Select a kind of table first.',
    ],
    [
      'there is no passphrase',
      { ...some, exportOptions: phrase, passphrase: ' ' },
      'Enter the passphrase first.',
    ],
    [
      'there is no project id',
      { ...some, exportOptions: { ...phrase, projectId: '' }, passphrase: 'x' },
      'A passphrase needs a project id.',
    ],
    ['nothing is missing', { ...some, exportOptions: phrase, passphrase: 'x' }, null],
    [
      'the popup leaves the passphrase to the tab',
      { ...some, exportOptions: phrase, view: 'popup' as const },
      null,
    ],
  ])('when %s', (_situation, snapshot, expected) => {
    expect(whyNoDownload(snapshot)).toBe(expected);
  });

  it('names the one-time key for a part', () => {
    expect(whyNoPart(some)).toContain('With a one-time key they could not be merged.');
    expect(whyNoPart({ ...some, exportOptions: { ...defaultExportOptions, userIds: 'project' } })).toBeNull();
  });
});

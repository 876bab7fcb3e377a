import type { DatasetFacts } from './dataset-facts';
import type { DatasetModel } from './dataset-source';
import { psvRecord } from './psv';
import { shownLabels } from './shown-labels';
import type { Table } from './table';
import { tableText } from './table-text';

export const modelFeats: Table = {
  name: 'model_feats',
  path: 'data/model_feats.psv',
  form: 'psv',
  about: 'Categories and tags of the models.',
  columns: [
    { name: 'mid', holds: 'id', about: 'id of the model', constraints: { required: true } },
    {
      name: 'type',
      about: '`category` or `tag`',
      constraints: { required: true, enum: ['category', 'tag'] },
    },
    { name: 'value', holds: 'site', about: 'its text as the site shows it', constraints: { required: true } },
  ],
  key: ['mid', 'type', 'value'],
  reference: { column: 'mid', table: 'model_urls', field: 'mid' },
};

export function writeModelFeats(
  models: Iterable<DatasetModel>,
  facts: Pick<DatasetFacts, 'featsRows'>,
): AsyncGenerator<Uint8Array> {
  return tableText(modelFeats, psvRecord, featRecords(models, facts));
}

function* featRecords(
  models: Iterable<DatasetModel>,
  facts: Pick<DatasetFacts, 'featsRows'>,
): Generator<readonly (readonly string[])[]> {
  for (const model of models) {
    const records = recordsOf(model);
    facts.featsRows += records.length;
    yield records;
  }
}

function recordsOf({ uid, categories, tags }: DatasetModel): (readonly string[])[] {
  return [
    ...shownLabels(categories).map((value) => [uid, 'category', value]),
    ...shownLabels(tags).map((value) => [uid, 'tag', value]),
  ];
}

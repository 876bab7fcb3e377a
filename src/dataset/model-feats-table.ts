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
  batches: AsyncIterable<readonly DatasetModel[]>,
  facts: Pick<DatasetFacts, 'featsRows'>,
): AsyncGenerator<string> {
  return tableText(modelFeats, psvRecord, featRecords(batches, facts));
}

async function* featRecords(
  batches: AsyncIterable<readonly DatasetModel[]>,
  facts: Pick<DatasetFacts, 'featsRows'>,
): AsyncGenerator<readonly (readonly string[])[]> {
  for await (const models of batches) {
    const records = models.flatMap(recordsOf);
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

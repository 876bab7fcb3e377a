import type { Label } from '../sketchfab/label';
import type { DatasetModel } from './dataset-source';
import type { DatasetFacts } from './dataset-facts';
import { tableText, type Table } from './table';

export const modelFeats: Table = {
  name: 'model_feats',
  path: 'data/model_feats.psv',
  about: 'Categories and tags of the models.',
  columns: [
    { name: 'mid', about: 'id of the model', constraints: { required: true } },
    {
      name: 'type',
      about: '`category` or `tag`',
      constraints: { required: true, enum: ['category', 'tag'] },
    },
    { name: 'value', about: 'its text as the site shows it', constraints: { required: true } },
  ],
  key: ['mid', 'type', 'value'],
};

export function writeModelFeats(
  batches: AsyncIterable<readonly DatasetModel[]>,
  facts: DatasetFacts,
): AsyncGenerator<string> {
  return tableText(modelFeats, batches, function* (models) {
    for (const model of models) {
      for (const [type, value] of featsOf(model)) {
        facts.featsRows += 1;
        yield [model.uid, type, value];
      }
    }
  });
}

function featsOf(model: DatasetModel): (readonly [type: string, value: string])[] {
  return [
    ...texts(model.categories).map((value) => ['category', value] as const),
    ...texts(model.tags).map((value) => ['tag', value] as const),
  ];
}

/** Two labels of different slugs may show the same text, and one of control characters alone shows none. */
function texts(labels: readonly Label[] | null): string[] {
  const shown = new Set((labels ?? []).map((label) => label.name));
  shown.delete('');
  return [...shown].sort();
}

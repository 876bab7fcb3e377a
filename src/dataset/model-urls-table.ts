import type { DatasetModel } from './dataset-source';
import type { DatasetFacts } from './dataset-facts';
import { tableText, type Table } from './table';

export const modelUrls: Table = {
  name: 'model_urls',
  path: 'data/model_urls.psv',
  about: 'Every captured model, with or without likes.',
  columns: [
    { name: 'name', about: 'name of the model as the site shows it' },
    {
      name: 'mid',
      about: 'id of the model, case-sensitive; its page is `https://sketchfab.com/3d-models/<mid>`',
      constraints: { required: true, unique: true },
    },
  ],
  key: ['mid'],
};

/**
 * Counts the models by state as well. It is the first table, so states are those of before any like was read: a list
 * that ends while the export runs is called unfinished, and never the other way round.
 */
export function writeModelUrls(
  batches: AsyncIterable<readonly DatasetModel[]>,
  facts: DatasetFacts,
): AsyncGenerator<string> {
  return tableText(modelUrls, batches, function* (models) {
    for (const model of models) {
      count(model, facts);
      yield [model.name, model.uid];
    }
  });
}

function count({ uid, state, complete, cause }: DatasetModel, facts: DatasetFacts): void {
  facts.models += 1;
  facts.modelsByState.set(state, (facts.modelsByState.get(state) ?? 0) + 1);
  if (complete) facts.completeModels += 1;
  else facts.notComplete.push({ mid: uid, state, cause });
}

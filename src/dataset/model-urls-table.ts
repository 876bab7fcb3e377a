import { eachModel, type ChosenModels } from './chosen-models';
import { psvRecord } from './psv';
import type { Table } from './table';
import { tableText } from './table-text';

export const modelUrls: Table = {
  name: 'model_urls',
  path: 'data/model_urls.psv',
  form: 'psv',
  about: 'Every captured model, with or without likes.',
  columns: [
    { name: 'name', holds: 'site', about: 'name of the model as the site shows it' },
    {
      name: 'mid',
      holds: 'id',
      about: 'id of the model, case-sensitive; its page is `https://sketchfab.com/3d-models/<mid>`',
      constraints: { required: true, unique: true },
    },
  ],
  key: ['mid'],
};

export function writeModelUrls(models: ChosenModels): AsyncGenerator<Uint8Array> {
  return tableText(modelUrls, psvRecord, [records(models)]);
}

function* records(models: ChosenModels): Generator<readonly string[]> {
  for (const { name, uid } of eachModel(models)) yield [name, uid];
}

import type { Label } from '../sketchfab/label';
import type { DatasetModel } from './dataset-source';
import { recboleRecord } from './recbole-record';
import type { Table } from './table';
import { tableText } from './table-text';

export const recboleItem: Table = {
  name: 'recbole_item',
  path: 'recbole/sketchfab-likes/sketchfab-likes.item',
  form: 'tsv',
  about: 'Categories and tags as an atomic file of RecBole, each as one word.',
  columns: [
    {
      name: 'item_id:token',
      holds: 'id',
      about: 'id of the model',
      constraints: { required: true, unique: true },
    },
    { name: 'categories:token_seq', holds: 'site', about: 'apart by spaces; may be empty' },
    { name: 'tags:token_seq', holds: 'site', about: 'apart by spaces; may be empty' },
  ],
  key: ['item_id:token'],
};

export function writeRecboleItem(models: Iterable<DatasetModel>): AsyncGenerator<Uint8Array> {
  return tableText(recboleItem, recboleRecord, [records(models)]);
}

function* records(models: Iterable<DatasetModel>): Generator<readonly string[]> {
  for (const { uid, categories, tags } of models) yield [uid, tokens(categories), tokens(tags)];
}

/** Spaces part the tokens, and RecBole's reader takes a `"` at the beginning of a field for a quote. */
function tokens(labels: readonly Label[] | null): string {
  const words = (labels ?? []).map(({ slug, name }) =>
    (slug ?? name.toLowerCase()).replaceAll(/[\s"]+/g, '-').replaceAll(/^-+|-+$/g, ''),
  );
  return [...new Set(words)].filter(Boolean).sort().join(' ');
}

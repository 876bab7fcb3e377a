import { recboleRecord } from './recbole-record';
import { ranksOf, type Selection } from './selection';
import type { Table } from './table';
import { tableText } from './table-text';

export const recboleInter: Table = {
  name: 'recbole_inter',
  path: 'recbole/sketchfab-likes/sketchfab-likes.inter',
  form: 'tsv',
  about: 'The likes as an atomic file of RecBole.',
  columns: [
    {
      name: 'user_id:token',
      holds: 'id',
      about: 'pseudonym of the user',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
    { name: 'item_id:token', holds: 'id', about: 'id of the model', constraints: { required: true } },
  ],
  key: ['item_id:token', 'user_id:token'],
};

export function writeRecboleInter(
  selection: Selection,
  onModels: (done: number) => void,
): AsyncGenerator<string> {
  return tableText(recboleInter, recboleRecord, records(selection, onModels));
}

function* records(selection: Selection, onModels: (done: number) => void): Generator<readonly string[][]> {
  for (const [model, { uid }] of selection.models.entries()) {
    yield Array.from(ranksOf(selection, model), (rank) => [selection.pseudonyms.sorted[rank] as string, uid]);
    onModels(model + 1);
  }
}

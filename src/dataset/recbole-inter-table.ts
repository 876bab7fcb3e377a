import { likeLines } from './like-lines';
import { recboleRecord } from './recbole-record';
import type { Selection } from './selection';
import type { Table } from './table';

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
): Iterable<Uint8Array> {
  const header = recboleRecord(recboleInter.columns.map(({ name }) => name));
  return likeLines(
    header,
    ({ uid }) => ({ before: '', after: recboleRecord(['', uid]) }),
    selection,
    onModels,
  );
}

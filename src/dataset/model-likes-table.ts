import type { DatasetModel } from './dataset-source';
import { likeLines } from './like-lines';
import { plainName } from './plain-name';
import { psvEnd, psvFields, psvRecord } from './psv';
import type { Selection } from './selection';
import type { Table } from './table';

/** How the likes table repeats the names of models; `exact` is what rec-a-sketch did. */
export type NamePolicy = 'plain' | 'exact';

const nameColumn: Readonly<Record<NamePolicy, string>> = {
  plain: 'name of the model made plain, for reading along; do not join on it',
  exact: 'name of the model as the site shows it; do not join on it',
};

/** Three columns for ever, `mid` and `uid` last: there are readers that take the last two pieces of each line. */
export const modelLikes = (names: NamePolicy): Table => ({
  name: 'model_likes_anon',
  path: 'data/model_likes_anon.psv',
  form: 'psv',
  about: 'Who liked which model, one row for each like.',
  columns: [
    { name: 'modelname', holds: 'site', about: nameColumn[names] },
    { name: 'mid', holds: 'id', about: 'id of the model', constraints: { required: true } },
    {
      name: 'uid',
      holds: 'id',
      about: 'pseudonym of the user',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
  ],
  key: ['mid', 'uid'],
  reference: { column: 'mid', table: 'model_urls', field: 'mid' },
});

export function writeModelLikes(
  selection: Selection,
  names: NamePolicy,
  onModels: (done: number) => void,
): Iterable<Uint8Array> {
  const header = psvRecord(modelLikes(names).columns.map(({ name }) => name));
  const lineOf = ({ uid, name }: DatasetModel) => ({
    before: psvFields([names === 'plain' ? plainName(name) : name, uid, '']),
    after: psvEnd,
  });
  return likeLines(header, lineOf, selection, onModels);
}

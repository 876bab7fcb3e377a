import { chosenModel } from './chosen-models';
import type { RowGroup } from './parquet-bytes';
import { pseudonymAt } from './pseudonyms';
import { ranksOf, type Selection } from './selection';
import type { Table } from './table';

export const interactions: Table = {
  name: 'interactions',
  path: 'parquet/interactions.parquet',
  form: 'parquet',
  about: 'Who liked which model, one row for each like.',
  columns: [
    {
      name: 'user_id',
      holds: 'id',
      about: 'pseudonym of the user, the `uid` of the likes',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
    { name: 'item_id', holds: 'id', about: 'id of the model, the `mid`', constraints: { required: true } },
    {
      name: 'user_idx',
      type: 'integer',
      about: 'number of the user from 0, in an order of chance; valid inside this dataset only',
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'item_idx',
      type: 'integer',
      about: 'number of the model from 0, in an order of chance; valid inside this dataset only',
      constraints: { required: true, minimum: 0 },
    },
  ],
  key: ['item_id', 'user_id'],
  reference: { column: 'item_id', table: 'items', field: 'item_id' },
};

// Measured: 1.8 MB a group, and a dictionary that still pays.
const rowsInGroup = 200_000;

export function* interactionGroups(
  selection: Selection,
  onModels: (done: number) => void,
): Generator<RowGroup> {
  const likes = selection.matrix.users.length;
  let group = openGroup(likes);
  let row = 0;
  let written = 0;
  for (let model = 0; model < selection.models.places.length; model += 1) {
    const { uid } = chosenModel(selection.models, model);
    for (const rank of ranksOf(selection, model)) {
      group.userIds[row] = pseudonymAt(selection.pseudonyms, rank);
      group.itemIds[row] = uid;
      group.userIdx[row] = selection.userIdx[rank] as number;
      group.itemIdx[row] = selection.itemIdx[model] as number;
      row += 1;
      if (row < group.userIdx.length) continue;
      yield [group.userIds, group.itemIds, group.userIdx, group.itemIdx];
      written += row;
      onModels(model + 1);
      group = openGroup(likes - written);
      row = 0;
    }
  }
}

function openGroup(rowsLeft: number) {
  const rows = Math.min(rowsInGroup, rowsLeft);
  return {
    userIds: new Array<string>(rows),
    itemIds: new Array<string>(rows),
    userIdx: new Int32Array(rows),
    itemIdx: new Int32Array(rows),
  };
}

import { writeHex } from '../columns/byte-buffer';
import { numberAt } from '../columns/uint32-list';
import { ranksOf, type PseudonymizedLikes } from '../likes/pseudonymized-likes';
import { pseudonymBytes } from '../pseudonyms/pseudonymize-users';
import { selectedModel } from '../snapshot/selected-models';
import type { RowGroup } from './write-parquet';
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

/**
 * Rows of a group, out of so many. Each group has a dictionary of its own, and its making takes memory by the row. At
 * 632,840 likes a dictionary of many rows pays: a fourth of them costs 10 bytes more a like. With millions of likes
 * nearly every user is new to a group whatever its size, and what is held beside it is ten times as much.
 */
const rowsInGroup = (likes: number) => (likes > 2_000_000 ? 20_000 : 200_000);
const idLength = 2 * pseudonymBytes;

/**
 * A group is good until the next. Ids are bytes and not strings, each the same one wherever it stands in its group: the
 * writer makes a dictionary of them.
 */
export function* interactionGroups(
  selection: PseudonymizedLikes,
  onModels: (done: number) => void,
): Generator<RowGroup> {
  const { models, userIdx, itemIdx } = selection;
  const encoder = new TextEncoder();
  const likes = selection.ranks.length;
  const group = openGroup(Math.min(rowsInGroup(likes), likes), selection.pseudonyms);
  for (let model = 0; model < models.places.length; model += 1) {
    const itemId = encoder.encode(selectedModel(models, model).uid);
    const ranks = ranksOf(selection, model);
    // By place: an iterator answers with an object for each like.
    for (let like = 0; like < ranks.length; like += 1) {
      const rank = numberAt(ranks, like);
      group.add(rank, itemId, userIdx[rank] as number, itemIdx[model] as number);
      if (!group.isFull()) continue;
      yield group.take();
      onModels(model + 1);
    }
  }
  if (!group.isEmpty()) yield group.take();
}

function openGroup(rows: number, pseudonyms: Uint8Array) {
  const ids = new Uint8Array(rows * idLength);
  // Views of `ids`, made once for all groups: most users are new to a group, so it would be nearly one for each like.
  const views: Uint8Array[] = [];
  const known = new Map<number, Uint8Array>();
  const [userIds, itemIds] = [new Array<Uint8Array>(rows), new Array<Uint8Array>(rows)];
  const [userIdx, itemIdx] = [new Int32Array(rows), new Int32Array(rows)];
  let row = 0;

  function userIdOf(rank: number): Uint8Array {
    const id = known.get(rank);
    if (id) return id;
    const place = known.size;
    const made = (views[place] ??= ids.subarray(place * idLength, (place + 1) * idLength));
    writeHex(pseudonyms, rank * pseudonymBytes, (rank + 1) * pseudonymBytes, made, 0);
    known.set(rank, made);
    return made;
  }

  return {
    isFull: () => row === rows,
    isEmpty: () => row === 0,
    add(rank: number, itemId: Uint8Array, user: number, item: number) {
      userIds[row] = userIdOf(rank);
      itemIds[row] = itemId;
      userIdx[row] = user;
      itemIdx[row] = item;
      row += 1;
    },
    take(): RowGroup {
      const taken = row;
      row = 0;
      known.clear();
      return taken === rows
        ? [userIds, itemIds, userIdx, itemIdx]
        : [
            userIds.slice(0, taken),
            itemIds.slice(0, taken),
            userIdx.subarray(0, taken),
            itemIdx.subarray(0, taken),
          ];
    },
  };
}

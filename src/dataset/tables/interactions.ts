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
  about: 'Who liked which model, one row per like.',
  columns: [
    {
      name: 'user_id',
      holds: 'id',
      about: 'pseudonym of the user, same as `uid` in the PSV tables',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
    {
      name: 'item_id',
      holds: 'id',
      about: 'id of the model, same as `mid` in the PSV tables',
      constraints: { required: true },
    },
    {
      name: 'user_idx',
      type: 'integer',
      about: 'number of the user from 0, in random order; valid within this dataset only',
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'item_idx',
      type: 'integer',
      about: 'number of the model from 0, in random order; valid within this dataset only',
      constraints: { required: true, minimum: 0 },
    },
  ],
  key: ['item_id', 'user_id'],
  reference: { column: 'item_id', table: 'items', field: 'item_id' },
};

/**
 * Rows per row group. Every group has its own dictionary, which takes memory per row while it is built. At 632,840 likes
 * large groups pay: groups a quarter as large cost 10 bytes more per like. With millions of likes nearly every user is
 * new to a group whatever its size, and the rest of the export holds ten times as much memory.
 */
const rowsPerGroup = (likes: number) => (likes > 2_000_000 ? 20_000 : 200_000);
const idLength = 2 * pseudonymBytes;

/**
 * The rows, sorted by item and user. Each group is overwritten by the next. An id is the same byte array in all rows of
 * its group, from which the writer builds its dictionary.
 */
export function* interactionGroups(
  selection: PseudonymizedLikes,
  onModels: (done: number) => void,
): Generator<RowGroup> {
  const { models, userIdx, itemIdx } = selection;
  const encoder = new TextEncoder();
  const likes = selection.ranks.length;
  const group = createGroup(Math.min(rowsPerGroup(likes), likes), selection.pseudonyms);
  for (let model = 0; model < models.indices.length; model += 1) {
    const itemId = encoder.encode(selectedModel(models, model).uid);
    const ranks = ranksOf(selection, model);
    // By index, since an iterator would create an object per like.
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

function createGroup(rows: number, pseudonyms: Uint8Array) {
  const ids = new Uint8Array(rows * idLength);
  // Views of `ids`, created once for all groups: since most users are new to a group, it would be nearly one per like.
  const views: Uint8Array[] = [];
  const known = new Map<number, Uint8Array>();
  const [userIds, itemIds] = [new Array<Uint8Array>(rows), new Array<Uint8Array>(rows)];
  const [userIdx, itemIdx] = [new Int32Array(rows), new Int32Array(rows)];
  let row = 0;

  function userIdOf(rank: number): Uint8Array {
    const id = known.get(rank);
    if (id) return id;
    const index = known.size;
    const view = (views[index] ??= ids.subarray(index * idLength, (index + 1) * idLength));
    writeHex(pseudonyms, rank * pseudonymBytes, (rank + 1) * pseudonymBytes, view, 0);
    known.set(rank, view);
    return view;
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

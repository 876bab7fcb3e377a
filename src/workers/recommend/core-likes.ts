import { kCore } from '../../dataset/likes/k-core';
import { keptIndices } from '../../dataset/likes/select-likes';
import { stringAt } from '../../dataset/columns/string-list';
import { isImportedUser } from '../../dataset/pseudonyms/imported-user';
import { numberAt } from '../../dataset/columns/uint32-list';
import type { MeasureInput } from '../../recommend/evaluation/measure-methods';
import { rowOf } from '../../recommend/matrix/binary-matrix';
import { matrixOfRows } from '../../recommend/matrix/matrix-of-rows';
import type { UserUid } from '../../sketchfab/user-uid';
import type { CollectedLikes } from './collected-likes';

/** rec-a-sketch's: everybody and every model with five likes. */
const minimums = { likesPerUser: 5, likesPerModel: 5 };

/** Without a key, ids that nobody sees decide, and any seed is as good. */
const anySeed = '2016'.repeat(8);
const seedText = 'split-seed' as UserUid;

/**
 * The 5/5 core of the likes and what the split needs. With the project key, users are split by the pseudonyms of its
 * datasets, and the seed comes from the key, so that the same key gives the same split.
 */
export function coreLikes({
  likes,
  models,
  userUids,
  itemTags,
  key,
}: CollectedLikes): Omit<MeasureInput, 'report'> {
  const { starts, columns } = likes.byItem;
  const matrix = { modelUids: models.uids, userUids, starts, users: columns, duplicates: 0 };
  const kept = kCore(matrix, minimums);
  const [users, items] = [keptIndices(kept.users), keptIndices(kept.models)];
  const columnOf = new Int32Array(models.uids.length).fill(-1);
  items.forEach((item, column) => (columnOf[item] = column));
  const pseudonymOf = (uid: UserUid) =>
    isImportedUser(uid) || !key ? uid.replace(/^~/, '') : key.pseudonymOf(uid);
  return {
    likes: matrixOfRows(users.length, items.length, (row) =>
      Array.from(rowOf(likes.byUser, numberAt(users, row)), (item) => numberAt(columnOf, item)).filter(
        (column) => column >= 0,
      ),
    ),
    itemTags: matrixOfRows(items.length, itemTags.columnCount, (row) =>
      rowOf(itemTags, numberAt(items, row)),
    ),
    userId: (row) => pseudonymOf(stringAt(userUids, numberAt(users, row))),
    itemId: (column) => stringAt(models.uids, numberAt(items, column)),
    seed: key ? key.pseudonymOf(seedText) : anySeed,
  };
}

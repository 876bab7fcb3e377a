import type { UserUid } from '../../sketchfab/user-uid';
import { createStringListBuilder, stringAt, stringListOf } from '../columns/string-list';
import { numberAt } from '../columns/uint32-list';
import type { Kept } from './k-core';
import { type LikeMatrix, rowOf } from './like-matrix';

/**
 * The matrix of the kept models, with or without likes, and of the kept users who still have a like. Both keep their
 * order and get new indices. `duplicates` counts what was read, so it does not change.
 */
export function selectLikes(matrix: LikeMatrix, kept: Kept): LikeMatrix {
  if (isAll(kept.models) && isAll(kept.users) && isAll(usersWithLikes(matrix))) return matrix;
  const newIndex = new Uint32Array(matrix.userUids.length);
  const models = keptIndices(kept.models);
  const rows = models.map((model) =>
    rowOf(matrix.starts, matrix.users, model).filter((user) => kept.users[user] === 1),
  );

  for (const row of rows) for (const user of row) newIndex[user] = 1;
  const userUids = createStringListBuilder<UserUid>();
  for (const [user, hasLike] of newIndex.entries()) {
    newIndex[user] = userUids.list.length;
    if (hasLike === 1) userUids.add(stringAt(matrix.userUids, user));
  }

  const starts = new Uint32Array(models.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = numberAt(starts, index) + row.length;
  const users = new Uint32Array(numberAt(starts, models.length));
  for (const [index, row] of rows.entries()) {
    users.set(
      row.map((user) => numberAt(newIndex, user)),
      starts[index],
    );
  }
  return {
    modelUids: stringListOf(models.map((model) => stringAt(matrix.modelUids, model))),
    userUids: userUids.list,
    starts,
    users,
    duplicates: matrix.duplicates,
  };
}

const isAll = (kept: Uint8Array) => !kept.includes(0);

/** By user: 1 for those with a like. */
function usersWithLikes({ userUids, users }: LikeMatrix): Uint8Array {
  const hasLike = new Uint8Array(userUids.length);
  for (const user of users) hasLike[user] = 1;
  return hasLike;
}

/** The indices that hold 1, ascending. */
export function keptIndices(kept: Uint8Array): readonly number[] {
  const indices: number[] = [];
  for (const [index, isKept] of kept.entries()) if (isKept === 1) indices.push(index);
  return indices;
}

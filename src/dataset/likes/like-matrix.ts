import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import type { StringList } from '../columns/string-list';
import { toUint32Array, numberAt } from '../columns/uint32-list';
import type { Snapshot } from '../snapshot/snapshot';

/**
 * All likes as a sparse matrix in CSR form: 4 bytes per like, so that 6.3 million take 25 MB where pairs of ids would
 * take a gigabyte. The likes of model m are `users[starts[m]]` up to but not including `users[starts[m + 1]]`.
 */
export type LikeMatrix = {
  readonly modelUids: StringList<ModelUid>;
  /** Distinct users in crawl order, which must not show in any output: sort by something else before writing. */
  readonly userUids: StringList<UserUid>;
  /** One entry more than there are models. */
  readonly starts: Uint32Array;
  /** Per like, an index into `userUids`; unique within a model. */
  readonly users: Uint32Array;
  /** Likes seen again on another page of the same model's list, which shifts while it is read. */
  readonly duplicates: number;
};

/** The likes of a complete snapshot. */
export function matrixOf({ models, likes }: Pick<Snapshot, 'models' | 'likes'>): LikeMatrix {
  const { starts, users, userUids, repeats } = likes;
  return {
    modelUids: models.uids,
    userUids,
    starts,
    users: toUint32Array(users),
    duplicates: repeats.length,
  };
}

/** The row `values[starts[row]]` up to but not including `values[starts[row + 1]]`: a view, not a copy. */
export function rowOf(starts: Uint32Array, values: Uint32Array, row: number): Uint32Array {
  return values.subarray(starts[row], starts[row + 1]);
}

export function rowLength(starts: Uint32Array, row: number): number {
  return numberAt(starts, row + 1) - numberAt(starts, row);
}

/** The transpose: the models of user u are `models[starts[u]]` up to but not including `models[starts[u + 1]]`. */
export type LikesByUser = { readonly starts: Uint32Array; readonly models: Uint32Array };

export function likesByUser({ modelUids, userUids, starts: rows, users }: LikeMatrix): LikesByUser {
  const starts = new Uint32Array(userUids.length + 1);
  for (const user of users) starts[user + 1] = numberAt(starts, user + 1) + 1;
  for (let user = 1; user <= userUids.length; user += 1) {
    starts[user] = numberAt(starts, user) + numberAt(starts, user - 1);
  }

  const models = new Uint32Array(users.length);
  const next = starts.slice();
  for (let model = 0; model < modelUids.length; model += 1) {
    for (const user of rowOf(rows, users, model)) {
      const at = numberAt(next, user);
      models[at] = model;
      next[user] = at + 1;
    }
  }
  return { starts, models };
}

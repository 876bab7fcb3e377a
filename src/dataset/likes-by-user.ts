import type { LikeMatrix } from './like-matrix';
import { numberAt } from './number-at';
import { rowOf } from './row-of';

/** The matrix by user: the models of user u are `models[starts[u]]` up to, not with, `models[starts[u + 1]]`. */
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

import { numberAt } from '../columns/uint32-list';
import { type LikeMatrix, likesByUser, type LikesByUser, rowOf } from './like-matrix';

/** Which models and users remain: 1 is kept, 0 is out. A like remains when both of its ends do. */
export type Kept = { readonly models: Uint8Array; readonly users: Uint8Array };

export type Minimums = {
  /** 0 is off, for both. */
  readonly likesPerUser: number;
  readonly likesPerModel: number;
};

export function keepAll({ modelUids, userUids }: LikeMatrix): Kept {
  return { models: new Uint8Array(modelUids.length).fill(1), users: new Uint8Array(userUids.length).fill(1) };
}

/**
 * The largest part of what is kept in which every user has `likesPerUser` and every model `likesPerModel` likes. It
 * is what rec-a-sketch reached by counting and dropping in rounds until a round dropped nothing; there is only one
 * such part, so each can be dropped as soon as it is short, and the work is that of the likes it had.
 * `kept` is not changed. `byUser` can be handed in where several filters run over one matrix.
 */
export function kCore(
  matrix: LikeMatrix,
  { likesPerUser, likesPerModel }: Minimums,
  kept: Kept = keepAll(matrix),
  byUser: LikesByUser = likesByUser(matrix),
): Kept {
  const models = oneSide(kept.models, likesPerModel, matrix.starts, matrix.users);
  const users = oneSide(kept.users, likesPerUser, byUser.starts, byUser.models);
  countLikes(models, users);
  dropTheShort(models);
  dropTheShort(users);
  while (models.dropped.length + users.dropped.length > 0) {
    takeOffLikes(models, users);
    takeOffLikes(users, models);
  }
  return { models: models.kept, users: users.kept };
}

/** Models as seen from their users, or users as seen from their models. */
type Side = {
  readonly kept: Uint8Array;
  readonly minimum: number;
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  /** Of each, those whose other end is kept. */
  readonly likes: Uint32Array;
  /** Out, and not yet taken off the counts of the others. */
  readonly dropped: number[];
};

function oneSide(kept: Uint8Array, minimum: number, starts: Uint32Array, others: Uint32Array): Side {
  return { kept: kept.slice(), minimum, starts, others, likes: new Uint32Array(kept.length), dropped: [] };
}

function countLikes(models: Side, users: Side): void {
  for (const [model, isKept] of models.kept.entries()) {
    if (isKept === 0) continue;
    for (const user of rowOf(models.starts, models.others, model)) {
      if (users.kept[user] === 0) continue;
      models.likes[model] = numberAt(models.likes, model) + 1;
      users.likes[user] = numberAt(users.likes, user) + 1;
    }
  }
}

function dropTheShort(side: Side): void {
  for (const [at, likes] of side.likes.entries()) {
    if (side.kept[at] === 1 && likes < side.minimum) drop(side, at);
  }
}

function drop(side: Side, at: number): void {
  side.kept[at] = 0;
  side.dropped.push(at);
}

/** Takes the likes of the dropped off the others, and drops of these who now have too few. */
function takeOffLikes(from: Side, to: Side): void {
  for (const at of from.dropped.splice(0)) {
    for (const other of rowOf(from.starts, from.others, at)) {
      if (to.kept[other] === 0) continue;
      const likes = numberAt(to.likes, other) - 1;
      to.likes[other] = likes;
      if (likes < to.minimum) drop(to, other);
    }
  }
}

import { numberAt } from '../columns/uint32-list';
import { type LikeMatrix, likesByUser, type LikesByUser, rowOf } from './like-matrix';

export type Minimums = {
  /** 0 is no minimum, for both. */
  readonly likesPerUser: number;
  readonly likesPerModel: number;
};

/** Which models and users remain, 1 or 0 each. A like remains if its model and its user do. */
export type Kept = { readonly models: Uint8Array; readonly users: Uint8Array };

/**
 * The largest subset of `kept` in which every user has `likesPerUser` and every model `likesPerModel` likes.
 * rec-a-sketch computed it in rounds of counting and dropping until a round dropped nothing. The subset is unique, so
 * dropping each one as soon as it falls short gives the same result in time linear in the likes. `kept` is not
 * changed; `byUser` can be passed in where several filters run over one matrix.
 */
export function kCore(
  matrix: LikeMatrix,
  { likesPerUser, likesPerModel }: Minimums,
  kept: Kept = keepAll(matrix),
  byUser: LikesByUser = likesByUser(matrix),
): Kept {
  const models = createSide(kept.models, likesPerModel, matrix.starts, matrix.users);
  const users = createSide(kept.users, likesPerUser, byUser.starts, byUser.models);
  countLikes(models, users);
  dropBelowMinimum(models);
  dropBelowMinimum(users);
  while (models.dropped.length + users.dropped.length > 0) {
    removeLikesOfDropped(models, users);
    removeLikesOfDropped(users, models);
  }
  return { models: models.kept, users: users.kept };
}

export function keepAll({ modelUids, userUids }: LikeMatrix): Kept {
  return { models: new Uint8Array(modelUids.length).fill(1), users: new Uint8Array(userUids.length).fill(1) };
}

/** Users are those with a like. */
export type Counts = { readonly models: number; readonly users: number; readonly likes: number };

export function countKept(matrix: LikeMatrix, kept: Kept): Counts {
  const hasLike = new Uint8Array(matrix.userUids.length);
  let models = 0;
  let likes = 0;
  for (const [model, isKept] of kept.models.entries()) {
    if (isKept === 0) continue;
    models += 1;
    for (const user of rowOf(matrix.starts, matrix.users, model)) {
      if (kept.users[user] === 0) continue;
      hasLike[user] = 1;
      likes += 1;
    }
  }
  return { models, users: hasLike.reduce((sum, one) => sum + one, 0), likes };
}

/** One side of the bipartite graph: models with their users, or users with their models. */
type Side = {
  readonly kept: Uint8Array;
  readonly minimum: number;
  /** Node `n` is connected to `neighbors[starts[n]]` up to but not including `neighbors[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  /** Per node, its likes from kept neighbors. */
  readonly likes: Uint32Array;
  /** Nodes that were dropped, but whose likes still count for their neighbors. */
  readonly dropped: number[];
};

function createSide(kept: Uint8Array, minimum: number, starts: Uint32Array, neighbors: Uint32Array): Side {
  return { kept: kept.slice(), minimum, starts, neighbors, likes: new Uint32Array(kept.length), dropped: [] };
}

function countLikes(models: Side, users: Side): void {
  for (const [model, isKept] of models.kept.entries()) {
    if (isKept === 0) continue;
    for (const user of rowOf(models.starts, models.neighbors, model)) {
      if (users.kept[user] === 0) continue;
      models.likes[model] = numberAt(models.likes, model) + 1;
      users.likes[user] = numberAt(users.likes, user) + 1;
    }
  }
}

function dropBelowMinimum(side: Side): void {
  for (const [node, likes] of side.likes.entries()) {
    if (side.kept[node] === 1 && likes < side.minimum) drop(side, node);
  }
}

function drop(side: Side, node: number): void {
  side.kept[node] = 0;
  side.dropped.push(node);
}

/** Also drops the neighbors that fall below their minimum by it. */
function removeLikesOfDropped(from: Side, to: Side): void {
  for (const node of from.dropped.splice(0)) {
    for (const neighbor of rowOf(from.starts, from.neighbors, node)) {
      if (to.kept[neighbor] === 0) continue;
      const likes = numberAt(to.likes, neighbor) - 1;
      to.likes[neighbor] = likes;
      if (likes < to.minimum) drop(to, neighbor);
    }
  }
}

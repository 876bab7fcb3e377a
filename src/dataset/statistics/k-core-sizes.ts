import { keepAll, type Kept, kCore } from '../likes/k-core';
import { type LikeMatrix, likesByUser, rowOf } from '../likes/like-matrix';
import { type Density, densityOf } from './distribution';

/** What is left when every user and every model must have `k` likes. */
export type KCoreSize = Density & {
  readonly k: number;
  readonly users: number;
  readonly models: number;
  readonly likes: number;
};

const ks = [2, 3, 5, 10, 20];

export function kCoreSizes(matrix: LikeMatrix): KCoreSize[] {
  const byUser = likesByUser(matrix);
  let kept: Kept = keepAll(matrix);
  return ks.map((k) => {
    // Each lies within the one before.
    kept = kCore(matrix, { likesPerUser: k, likesPerModel: k }, kept, byUser);
    const users = count(kept.users);
    const models = count(kept.models);
    const likes = countLikes(matrix, kept);
    return { k, users, models, likes, ...densityOf(likes, users, models) };
  });
}

const count = (kept: Uint8Array) => kept.reduce((sum, isKept) => sum + isKept, 0);

function countLikes(matrix: LikeMatrix, kept: Kept): number {
  let likes = 0;
  for (const [model, isKept] of kept.models.entries()) {
    if (isKept === 0) continue;
    for (const user of rowOf(matrix.starts, matrix.users, model)) likes += kept.users[user] ?? 0;
  }
  return likes;
}

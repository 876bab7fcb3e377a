import { countKept, keepAll, type Kept, kCore } from '../likes/k-core';
import { type LikeMatrix, likesByUser } from '../likes/like-matrix';
import { type Density, densityOf } from './distribution';

/** What remains if every user and every model must have `k` likes. */
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
    // Each core lies within the one before.
    kept = kCore(matrix, { likesPerUser: k, likesPerModel: k }, kept, byUser);
    const { users, models, likes } = countKept(matrix, kept);
    return { k, users, models, likes, ...densityOf(likes, users, models) };
  });
}

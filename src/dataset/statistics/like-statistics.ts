import { numberAt } from '../columns/uint32-list';
import { type LikeMatrix, rowLength } from '../likes/like-matrix';
import {
  type Density,
  densityOf,
  fewestForHalf,
  giniCoefficient,
  type Distribution,
  distributionOf,
  topSharePercent,
} from './distribution';
import { type KCoreSize, kCoreSizes } from './k-core-sizes';

/** Of users and models with at least one like. What cannot be said of no likes is `null`. */
export type LikeStatistics = Density & {
  readonly users: number;
  readonly models: number;
  readonly likes: number;
  readonly likesPerUser: Distribution | null;
  readonly likesPerModel: Distribution | null;
  readonly usersWithOneLike: number;
  readonly giniOfUsers: number | null;
  readonly giniOfModels: number | null;
  /** Of all likes, those on the most liked 1 and 20 % of the models. */
  readonly top1PercentShare: number | null;
  readonly top20PercentShare: number | null;
  readonly fewestModelsWithHalf: number;
  readonly cores: readonly KCoreSize[];
};

/** Rows as they were read, before any filter: what pages said, and how much of it was said twice. */
export type RowsRead = { readonly seen: number; readonly unique: number; readonly duplicates: number };

export function rowsRead({ users, duplicates }: LikeMatrix): RowsRead {
  return { seen: users.length + duplicates, unique: users.length, duplicates };
}

export function likeStatistics(matrix: LikeMatrix): LikeStatistics {
  const ofUsers = ascending(likesPerUser(matrix));
  const ofModels = ascending(likesPerModel(matrix));
  const likes = matrix.users.length;
  return {
    users: ofUsers.length,
    models: ofModels.length,
    likes,
    ...densityOf(likes, ofUsers.length, ofModels.length),
    likesPerUser: distributionOf(ofUsers),
    likesPerModel: distributionOf(ofModels),
    usersWithOneLike: ofUsers.filter((count) => count === 1).length,
    giniOfUsers: giniCoefficient(ofUsers),
    giniOfModels: giniCoefficient(ofModels),
    top1PercentShare: topSharePercent(ofModels, 1),
    top20PercentShare: topSharePercent(ofModels, 20),
    fewestModelsWithHalf: fewestForHalf(ofModels),
    cores: kCoreSizes(matrix),
  };
}

/** By model, in the order of the matrix; 0 where there is none. */
export function likesPerModel({ modelUids, starts }: LikeMatrix): Uint32Array {
  return Uint32Array.from({ length: modelUids.length }, (_, model) => rowLength(starts, model));
}

export function likesPerUser({ userUids, users }: LikeMatrix): Uint32Array {
  const counts = new Uint32Array(userUids.length);
  for (const user of users) counts[user] = numberAt(counts, user) + 1;
  return counts;
}

function ascending(counts: Uint32Array): Uint32Array {
  return counts.filter((count) => count > 0).sort();
}

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

/** About users and models with at least one like. What is undefined without likes is null. */
export type LikeStatistics = Density & {
  readonly users: number;
  readonly models: number;
  readonly likes: number;
  readonly likesPerUser: Distribution | null;
  readonly likesPerModel: Distribution | null;
  readonly usersWithOneLike: number;
  readonly giniOfUsers: number | null;
  readonly giniOfModels: number | null;
  /** The percentage of all likes on the most liked 1 % and 20 % of the models. */
  readonly top1PercentShare: number | null;
  readonly top20PercentShare: number | null;
  readonly fewestModelsWithHalf: number;
  readonly cores: readonly KCoreSize[];
};

export function likeStatistics(matrix: LikeMatrix): LikeStatistics {
  const userCounts = ascending(likesPerUser(matrix));
  const modelCounts = ascending(likesPerModel(matrix));
  const likes = matrix.users.length;
  return {
    users: userCounts.length,
    models: modelCounts.length,
    likes,
    ...densityOf(likes, userCounts.length, modelCounts.length),
    likesPerUser: distributionOf(userCounts),
    likesPerModel: distributionOf(modelCounts),
    usersWithOneLike: userCounts.filter((count) => count === 1).length,
    giniOfUsers: giniCoefficient(userCounts),
    giniOfModels: giniCoefficient(modelCounts),
    top1PercentShare: topSharePercent(modelCounts, 1),
    top20PercentShare: topSharePercent(modelCounts, 20),
    fewestModelsWithHalf: fewestForHalf(modelCounts),
    cores: kCoreSizes(matrix),
  };
}

/** Likes as they were read, before any filter: how often one was seen, and how many of these were repeats. */
export type RowsRead = { readonly seen: number; readonly unique: number; readonly duplicates: number };

export function rowsRead({ users, duplicates }: LikeMatrix): RowsRead {
  return { seen: users.length + duplicates, unique: users.length, duplicates };
}

/** By model index, zeros included. */
function likesPerModel({ modelUids, starts }: LikeMatrix): Uint32Array {
  return Uint32Array.from({ length: modelUids.length }, (_, model) => rowLength(starts, model));
}

/** By user index. */
function likesPerUser({ userUids, users }: LikeMatrix): Uint32Array {
  const counts = new Uint32Array(userUids.length);
  for (const user of users) counts[user] = numberAt(counts, user) + 1;
  return counts;
}

function ascending(counts: Uint32Array): Uint32Array {
  return counts.filter((count) => count > 0).sort();
}

import type { DatasetOptions } from '../dataset-options';
import { countKept, type Counts, keepAll, type Kept, kCore } from '../likes/k-core';
import type { LikeMatrix } from '../likes/like-matrix';
import { selectLikes, keptIndices } from '../likes/select-likes';
import { userSample } from './user-sample';

export type FilterInput = {
  /** Without those on the exclusion lists. */
  readonly matrix: LikeMatrix;
  readonly options: DatasetOptions;
  /** The marks of the model at this index of the matrix; null if unknown. */
  readonly marksOf: (model: number) => {
    readonly noAi: boolean | null;
    readonly isRestricted: boolean | null;
  };
  /** Decides who is in the sample of users. */
  readonly keyText: string;
  readonly signal?: AbortSignal | undefined;
};

/** In the order in which the filters run. */
export type FilterName = 'noAi' | 'restricted' | 'userSample' | 'minimums';

export type FilteredLikes = {
  readonly matrix: LikeMatrix;
  /** The remaining models, as ascending indices of the unfiltered matrix. */
  readonly models: readonly number[];
  /** What each filter removed from the result of the one before. */
  readonly removed: Readonly<Record<FilterName, Counts>>;
};

/** Runs the filters, the minimums last, since they must hold in the result. Rejects with the signal's reason. */
export async function filterLikes(input: FilterInput): Promise<FilteredLikes> {
  const { matrix } = input;
  const kept = keepAll(matrix);
  const removed: [FilterName, Counts][] = [];
  let before = countKept(matrix, kept);
  for (const [name, drop] of filters(input)) {
    await drop(kept);
    const after = countKept(matrix, kept);
    removed.push([name, difference(before, after)]);
    before = after;
  }
  return {
    matrix: selectLikes(matrix, kept),
    models: keptIndices(kept.models),
    removed: Object.fromEntries(removed) as Record<FilterName, Counts>,
  };
}

type Filter = readonly [name: FilterName, drop: (kept: Kept) => void | Promise<void>];

function filters({ matrix, options, marksOf, keyText, signal }: FilterInput): Filter[] {
  const { leaveOutNoAi, leaveOutRestricted, userSharePercent, minLikesPerUser, minLikesPerModel } = options;
  return [
    ['noAi', ({ models }) => dropWhere(models, (model) => leaveOutNoAi && marksOf(model).noAi === true)],
    [
      'restricted',
      ({ models }) =>
        dropWhere(models, (model) => leaveOutRestricted && marksOf(model).isRestricted === true),
    ],
    [
      'userSample',
      async ({ users }) => {
        if (userSharePercent === 100) return;
        const sample = await userSample(matrix.userUids, userSharePercent, keyText, signal);
        dropWhere(users, (user) => sample[user] === 0);
      },
    ],
    [
      'minimums',
      (kept) => {
        const minimums = { likesPerUser: minLikesPerUser, likesPerModel: minLikesPerModel };
        const { models, users } = kCore(matrix, minimums, kept);
        dropWhere(kept.models, (model) => models[model] === 0);
        dropWhere(kept.users, (user) => users[user] === 0);
      },
    ],
  ];
}

function difference(before: Counts, after: Counts): Counts {
  return {
    models: before.models - after.models,
    users: before.users - after.users,
    likes: before.likes - after.likes,
  };
}

function dropWhere(kept: Uint8Array, isOut: (index: number) => boolean): void {
  for (const index of kept.keys()) if (isOut(index)) kept[index] = 0;
}

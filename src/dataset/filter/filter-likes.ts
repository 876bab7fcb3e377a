import type { UserUid } from '../../sketchfab/user-uid';
import { stringAt, type StringList } from '../columns/string-list';
import type { DatasetOptions } from '../dataset-options';
import { countKept, type Counts, keepAll, type Kept, kCore } from '../likes/k-core';
import type { LikeMatrix } from '../likes/like-matrix';
import { selectLikes, keptIndices } from '../likes/select-likes';
import { type Exclusions, findExclusions } from './exclusions';
import { userSample } from './user-sample';

export type FilterInput = {
  readonly matrix: LikeMatrix;
  readonly options: DatasetOptions;
  /** The marks of the model at this index of the matrix; null if unknown. */
  readonly marksOf: (model: number) => {
    readonly noAi: boolean | null;
    readonly isRestricted: boolean | null;
  };
  /** At least those of the users who are excluded by name. */
  readonly usernames: ReadonlyMap<UserUid, string>;
  /** Decides who is in the sample of users. */
  readonly keyText: string;
  readonly signal?: AbortSignal | undefined;
};

/** In the order in which the filters run. */
export type FilterName =
  'excludedModels' | 'excludedUsers' | 'noAi' | 'restricted' | 'userSample' | 'minimums';

export type FilteredLikes = {
  readonly matrix: LikeMatrix;
  /** The remaining models, as ascending indices of the unfiltered matrix. */
  readonly models: readonly number[];
  /** What each filter removed from the result of the one before. */
  readonly removed: Readonly<Record<FilterName, Counts>>;
  readonly lists: Exclusions['lists'];
};

/** Runs the filters, the minimums last, since they must hold in the result. Rejects with the signal's reason. */
export async function filterLikes(input: FilterInput): Promise<FilteredLikes> {
  const { matrix, options, usernames } = input;
  const exclusions = findExclusions(options.excluded, matrix.userUids, matrix.modelUids, usernames);
  const kept = keepAll(matrix);
  const removed: [FilterName, Counts][] = [];
  let before = countKept(matrix, kept);
  for (const [name, drop] of filters(input, exclusions)) {
    await drop(kept);
    const after = countKept(matrix, kept);
    removed.push([name, difference(before, after)]);
    before = after;
  }
  return {
    matrix: selectLikes(matrix, kept),
    models: keptIndices(kept.models),
    removed: Object.fromEntries(removed) as Record<FilterName, Counts>,
    lists: exclusions.lists,
  };
}

type Filter = readonly [name: FilterName, drop: (kept: Kept) => void | Promise<void>];

function filters(
  { matrix, options, marksOf, keyText, signal }: FilterInput,
  exclusions: Exclusions,
): Filter[] {
  const { leaveOutNoAi, leaveOutRestricted, userSharePercent, minLikesPerUser, minLikesPerModel } = options;
  const { modelUids, userUids } = matrix;
  return [
    ['excludedModels', ({ models }) => dropListed(models, modelUids, exclusions.models)],
    ['excludedUsers', ({ users }) => dropListed(users, userUids, exclusions.users)],
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
        const sample = await userSample(userUids, userSharePercent, keyText, signal);
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

/** Decodes no string if nothing is listed. */
function dropListed<Uid extends string>(
  kept: Uint8Array,
  uids: StringList<Uid>,
  listed: ReadonlySet<Uid>,
): void {
  if (listed.size > 0) dropWhere(kept, (index) => listed.has(stringAt(uids, index)));
}

function dropWhere(kept: Uint8Array, isOut: (index: number) => boolean): void {
  for (const index of kept.keys()) if (isOut(index)) kept[index] = 0;
}

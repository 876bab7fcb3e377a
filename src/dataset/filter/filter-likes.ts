import type { UserUid } from '../../sketchfab/user-uid';
import { stringAt, type StringList } from '../columns/string-list';
import type { DatasetOptions } from '../dataset-options';
import { keepAll, type Kept, kCore } from '../likes/k-core';
import { type LikeMatrix, rowOf } from '../likes/like-matrix';
import { selectLikes, keptIndices } from '../likes/select-likes';
import { type Excluded, excludedPeople } from './exclusions';
import { userSample } from './user-sample';

export type FilterInput = {
  readonly matrix: LikeMatrix;
  readonly options: DatasetOptions;
  /** Of the model at this place of the matrix; `null` where nothing was seen that would tell. */
  readonly marksOf: (model: number) => {
    readonly noAi: boolean | null;
    readonly isRestricted: boolean | null;
  };
  /** At least of those who are excluded by name. */
  readonly usernames: ReadonlyMap<UserUid, string>;
  /** Draws the sample of users. */
  readonly keyText: string;
  readonly signal?: AbortSignal | undefined;
};

/** Users are those with a like. */
export type Counts = { readonly models: number; readonly users: number; readonly likes: number };

/** In the order in which they run. */
export type FilterName =
  'excludedModels' | 'excludedUsers' | 'noAi' | 'restricted' | 'userSample' | 'minimums';

export type FilteredLikes = {
  readonly matrix: LikeMatrix;
  /** The models that are left, as places in the matrix that was handed in; ascending. */
  readonly models: readonly number[];
  /** What each filter took from what the one before had left. */
  readonly removed: Readonly<Record<FilterName, Counts>>;
  readonly lists: Excluded['use'];
};

/** One filter after the other, the minimums last: they must hold in what is written. Rejects with the signal's reason. */
export async function filterLikes(input: FilterInput): Promise<FilteredLikes> {
  const { matrix, options, usernames } = input;
  const excluded = excludedPeople(options.excluded, matrix.userUids, matrix.modelUids, usernames);
  const kept = keepAll(matrix);
  const removed: [FilterName, Counts][] = [];
  let before = countKept(matrix, kept);
  for (const [name, drop] of filters(input, excluded)) {
    await drop(kept);
    const after = countKept(matrix, kept);
    removed.push([name, difference(before, after)]);
    before = after;
  }
  return {
    matrix: selectLikes(matrix, kept),
    models: keptIndices(kept.models),
    removed: Object.fromEntries(removed) as Record<FilterName, Counts>,
    lists: excluded.use,
  };
}

type Filter = readonly [name: FilterName, drop: (kept: Kept) => void | Promise<void>];

function filters({ matrix, options, marksOf, keyText, signal }: FilterInput, excluded: Excluded): Filter[] {
  const { leaveOutNoAi, leaveOutRestricted, userSharePercent, minLikesPerUser, minLikesPerModel } = options;
  const { modelUids, userUids } = matrix;
  return [
    ['excludedModels', ({ models }) => dropAll(models, modelUids, excluded.models)],
    ['excludedUsers', ({ users }) => dropAll(users, userUids, excluded.users)],
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

/** Nothing is unpacked where nobody is listed. */
function dropAll<Uid extends string>(
  kept: Uint8Array,
  uids: StringList<Uid>,
  listed: ReadonlySet<Uid>,
): void {
  if (listed.size > 0) dropWhere(kept, (index) => listed.has(stringAt(uids, index)));
}

function dropWhere(kept: Uint8Array, isOut: (index: number) => boolean): void {
  for (const index of kept.keys()) if (isOut(index)) kept[index] = 0;
}

function countKept(matrix: LikeMatrix, kept: Kept): Counts {
  const seen = new Uint8Array(matrix.userUids.length);
  let models = 0;
  let likes = 0;
  for (const [model, isKept] of kept.models.entries()) {
    if (isKept === 0) continue;
    models += 1;
    for (const user of rowOf(matrix.starts, matrix.users, model)) {
      if (kept.users[user] === 0) continue;
      seen[user] = 1;
      likes += 1;
    }
  }
  return { models, users: seen.reduce((sum, one) => sum + one, 0), likes };
}

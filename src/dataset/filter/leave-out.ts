import { stringAt, type StringList } from '../columns/string-list';
import { numberAt } from '../columns/uint32-list';
import type { DatasetOptions } from '../dataset-options';
import { keepAll, type Kept } from '../likes/k-core';
import { type LikeMatrix, matrixOf, rowLength } from '../likes/like-matrix';
import { keptIndices, selectLikes } from '../likes/select-likes';
import type { PackedModels } from '../snapshot/packed-models';
import type { PackedLikes, Snapshot } from '../snapshot/snapshot';
import { type Collected, type Exclusions, findExclusions, hasExclusions } from './exclusions';

/** What was read, as if those on the exclusion lists had never been there. */
export type Remaining = Pick<PackedLikes, 'readFrom' | 'readTo'> & {
  readonly models: PackedModels;
  readonly matrix: LikeMatrix;
};

/** What was left out. For the person who exports alone: no file may contain any of it. */
export type LeftOut = Pick<Exclusions, 'unmatched'> & { readonly likes: number };

/**
 * Leaves out whom the exclusion lists name, before anything is counted. Every number in the files must be one that a crawl
 * without these people and models would have given: the difference between two numbers would tell who they are. So the
 * like counts of the site go down by their likes. Where a list is used, no like count is below the likes that were
 * read, since somebody may have liked the model after the site showed its count.
 */
export function leaveOut(
  snapshot: Snapshot,
  excluded: DatasetOptions['excluded'],
  importedIdOf: Collected['importedIdOf'],
): { readonly remaining: Remaining; readonly leftOut: LeftOut } {
  const { models, likes } = snapshot;
  const before = matrixOf(snapshot);
  const { userUids, modelUids } = before;
  const usernames = new Map(snapshot.users.found);
  const exclusions = findExclusions(excluded, { userUids, modelUids, usernames, importedIdOf });
  const kept = keepAll(before);
  dropListed(kept.models, modelUids, exclusions.models);
  dropListed(kept.users, userUids, exclusions.users);
  const matrix = { ...selectLikes(before, kept), duplicates: countRepeats(likes, before, kept) };
  const indices = keptIndices(kept.models);
  const remaining = {
    models: hasExclusions(excluded) ? selectModels(models, indices, before, matrix) : models,
    matrix,
    readFrom: Float64Array.from(indices, (model) => numberAt(likes.readFrom, model)),
    readTo: Float64Array.from(indices, (model) => numberAt(likes.readTo, model)),
  };
  const leftOut = { likes: before.users.length - matrix.users.length, unmatched: exclusions.unmatched };
  return { remaining, leftOut };
}

/** Decodes no string if nothing is listed. */
function dropListed<Uid extends string>(
  kept: Uint8Array,
  uids: StringList<Uid>,
  listed: ReadonlySet<Uid>,
): void {
  if (listed.size === 0) return;
  for (const index of kept.keys()) if (listed.has(stringAt(uids, index))) kept[index] = 0;
}

function countRepeats({ repeats }: PackedLikes, { starts, users }: LikeMatrix, kept: Kept): number {
  let count = 0;
  let model = 0;
  // In the order of the models, as they were read.
  for (const like of repeats.values.subarray(0, repeats.length)) {
    while (numberAt(starts, model + 1) <= like) model += 1;
    if (kept.models[model] === 1 && kept.users[numberAt(users, like)] === 1) count += 1;
  }
  return count;
}

function selectModels(
  models: PackedModels,
  indices: readonly number[],
  before: LikeMatrix,
  after: LikeMatrix,
): PackedModels {
  const facts = Object.fromEntries(
    Object.entries(models.facts).map(([name, values]) => [
      name,
      Int32Array.from(indices, (model) => numberAt(values, model)),
    ]),
  ) as Record<keyof PackedModels['facts'], Int32Array>;
  facts.likeCount = facts.likeCount.map((count, model) => {
    if (count === unknown) return unknown;
    const left = rowLength(after.starts, model);
    const dropped = rowLength(before.starts, numberAt(indices, model)) - left;
    return Math.max(count - dropped, left);
  });
  return { ...models, uids: after.modelUids, length: indices.length, facts };
}

/** As `PackedModels` marks an unknown fact. */
const unknown = -1;

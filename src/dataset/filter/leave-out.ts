import { stringAt, type StringList } from '../columns/string-list';
import { numberAt } from '../columns/uint32-list';
import type { DatasetOptions } from '../dataset-options';
import { countKept, keepAll, type Kept } from '../likes/k-core';
import { type LikeMatrix, matrixOf, rowLength } from '../likes/like-matrix';
import { keptIndices, selectLikes } from '../likes/select-likes';
import { modelAt, type PackedModels } from '../snapshot/packed-models';
import type { PackedLikes, Snapshot } from '../snapshot/snapshot';
import { type ChosenModels, dropOthers } from './chosen-models';
import { type Collected, type Exclusions, findExclusions, hasExclusions } from './exclusions';
import { isCutShort, keepWholePages } from './whole-pages';

/** What was read, as if those who are left out had never been there. */
export type Remaining = Pick<PackedLikes, 'readFrom' | 'readTo'> & {
  readonly models: PackedModels;
  readonly matrix: LikeMatrix;
};

/** What was left out of the chosen models. For the person who exports alone: no file may contain any of it. */
export type LeftOut = Pick<Exclusions, 'unmatched'> & {
  readonly likes: number;
  /** Models that the site has not shown to everyone. */
  readonly notPublic: number;
};

type Request = Pick<DatasetOptions, 'excluded' | 'leaveOutNotPublic'> & {
  /** If only some models are wanted. */
  readonly chosen?: Pick<ChosenModels, 'uids'> | undefined;
  /** Where nothing leaves the browser, nobody can tell from a list who is missing. */
  readonly keepsCutLists?: boolean;
};

/**
 * Leaves out whom the exclusion lists name, models that may be private, and models that were not chosen, before anything is counted. Every number in the
 * files must be one that a crawl without these people and models would have given: the difference between two numbers would
 * tell who they are. So the like counts of the site go down by the likes of these people. Where a list is used, no like count
 * is below the likes that were read, since somebody may have liked the model after the site showed its count. And a list
 * that was cut short has whole pages (`keepWholePages`), unless `keepsCutLists`.
 */
export function leaveOut(
  snapshot: Snapshot,
  { excluded, leaveOutNotPublic, chosen, keepsCutLists = false }: Request,
  importedIdOf: Collected['importedIdOf'],
): { readonly remaining: Remaining; readonly leftOut: LeftOut } {
  const { models, likes } = snapshot;
  const before = matrixOf(snapshot);
  const { userUids, modelUids } = before;
  const usernames = new Map(snapshot.users.found);
  const exclusions = findExclusions(excluded, { userUids, modelUids, usernames, importedIdOf });
  const kept = keepAll(before);
  if (chosen) dropOthers(kept.models, modelUids, chosen);
  const wanted = countKept(before, kept).likes;
  const isHidden = (model: number) => leaveOutNotPublic && models.facts.isPublic[model] !== 1;
  const notPublic = kept.models.filter((isWanted, model) => isWanted === 1 && isHidden(model)).length;
  dropListed(kept.models, modelUids, exclusions.models);
  dropListed(kept.users, userUids, exclusions.users);
  for (const model of kept.models.keys()) if (isHidden(model)) kept.models[model] = 0;
  const indices = keptIndices(kept.models);
  const left = selectLikes(before, kept);
  const isCut = (model: number) => isCutShort(modelAt(models, numberAt(indices, model)));
  const shown = () => (keepsCutLists ? left : keepWholePages(left, isCut));
  const whole = hasExclusions(excluded) ? withoutIdle(shown()) : left;
  const mostOf = new Map(indices.map((model, index) => [model, rowLength(whole.starts, index)]));
  const matrix = { ...whole, duplicates: countRepeats(likes, before, kept, mostOf) };
  const selected = selectModels(models, indices, matrix.modelUids);
  const remaining = {
    models: hasExclusions(excluded) ? lowerLikeCounts(selected, indices, before, left, matrix) : selected,
    matrix,
    readFrom: Float64Array.from(indices, (model) => numberAt(likes.readFrom, model)),
    readTo: Float64Array.from(indices, (model) => numberAt(likes.readTo, model)),
  };
  const { unmatched } = exclusions;
  const leftOut = { likes: wanted - matrix.users.length, unmatched, notPublic };
  return { remaining, leftOut };
}

/** Without the users who have no like any more. */
const withoutIdle = (matrix: LikeMatrix): LikeMatrix => selectLikes(matrix, keepAll(matrix));

/** Decodes no string if nothing is listed. */
function dropListed<Uid extends string>(
  kept: Uint8Array,
  uids: StringList<Uid>,
  listed: ReadonlySet<Uid>,
): void {
  if (listed.size === 0) return;
  for (const index of kept.keys()) if (listed.has(stringAt(uids, index))) kept[index] = 0;
}

/** Of each model the first likes remain, as many as `mostOf` says. */
function countRepeats(
  { repeats }: PackedLikes,
  { starts, users }: LikeMatrix,
  kept: Kept,
  mostOf: ReadonlyMap<number, number>,
): number {
  let count = 0;
  let model = 0;
  // In the order of the models, as they were read.
  for (const like of repeats.values.subarray(0, repeats.length)) {
    while (numberAt(starts, model + 1) <= like) model += 1;
    if (kept.users[numberAt(users, like)] !== 1) continue;
    const before = users.subarray(starts[model], like).filter((user) => kept.users[user] === 1).length;
    if (before < (mostOf.get(model) ?? 0)) count += 1;
  }
  return count;
}

function selectModels(
  models: PackedModels,
  indices: readonly number[],
  uids: PackedModels['uids'],
): PackedModels {
  if (indices.length === models.length) return models;
  const facts = Object.fromEntries(
    Object.entries(models.facts).map(([name, values]) => [
      name,
      Int32Array.from(indices, (model) => numberAt(values, model)),
    ]),
  ) as Record<keyof PackedModels['facts'], Int32Array>;
  return { ...models, uids, length: indices.length, facts };
}

function lowerLikeCounts(
  models: PackedModels,
  indices: readonly number[],
  before: LikeMatrix,
  left: LikeMatrix,
  after: LikeMatrix,
): PackedModels {
  const likeCount = models.facts.likeCount.map((count, model) => {
    if (count === unknown) return unknown;
    const dropped = rowLength(before.starts, numberAt(indices, model)) - rowLength(left.starts, model);
    return Math.max(count - dropped, rowLength(after.starts, model));
  });
  return { ...models, facts: { ...models.facts, likeCount } };
}

/** As `PackedModels` marks an unknown fact. */
const unknown = -1;

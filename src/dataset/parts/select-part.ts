import { numberAt } from '../columns/uint32-list';
import { type DatasetOptions, defaultDatasetOptions } from '../dataset-options';
import { hasExclusions } from '../filter/exclusions';
import { filterLikes } from '../filter/filter-likes';
import { leaveOut } from '../filter/leave-out';
import { type LeakIndex, createLeakIndex } from '../leak-scan/leak-index';
import { rowLength } from '../likes/like-matrix';
import { rankLikes } from '../likes/pseudonymized-likes';
import { keyedDigest } from '../pseudonyms/keyed-hash';
import type { PseudonymKey } from '../pseudonyms/pseudonym-key';
import { pseudonymizeUsers } from '../pseudonyms/pseudonymize-users';
import { modelAt } from '../snapshot/packed-models';
import type { SelectedModels } from '../snapshot/selected-models';
import type { Snapshot } from '../snapshot/snapshot';
import { coarseTimes } from './coarse-times';

export type PartOptions = Pick<
  DatasetOptions,
  'excluded' | 'leaveOutNoAi' | 'leaveOutRestricted' | 'leaveOutNotPublic' | 'hash'
>;

export type SelectPartRequest = {
  readonly key: PseudonymKey;
  readonly options: PartOptions;
  readonly exportedAt: Date;
  readonly signal?: AbortSignal | undefined;
};

export type SelectedPart = { readonly selection: PartSelection; readonly leakIndex: LeakIndex };

/**
 * Leaves out whom the exclusion lists name, and models that may be private, and replaces user ids by pseudonyms. Minimums and samples do not apply to
 * a part: they only make sense for all parts together. Rejects with the signal's reason.
 */
export async function selectPart(
  snapshot: Snapshot,
  { key, options, exportedAt, signal }: SelectPartRequest,
): Promise<SelectedPart> {
  const { remaining } = leaveOut(snapshot, options, null);
  const { models: packed, matrix } = remaining;
  const filtered = await filterLikes({
    matrix,
    options: { ...defaultDatasetOptions, ...options },
    marksOf: (model) => modelAt(packed, model),
    keyText: key.text,
    signal,
  });
  const digest = keyedDigest(key.text, options.hash);
  const models: SelectedModels = { packed, indices: Uint32Array.from(filtered.models) };
  const { userUids, starts, users } = filtered.matrix;
  const { sorted, rankOf } = await pseudonymizeUsers(userUids, digest, undefined, signal);
  rankLikes({ starts, users }, rankOf);
  const times = hasExclusions(options.excluded) ? coarseTimes(remaining, exportedAt.getTime()) : remaining;
  const selection: PartSelection = {
    models,
    users: userUids.length,
    starts,
    ranks: users,
    pseudonyms: sorted,
    likesCollected: Uint32Array.from(filtered.models, (model) => rowLength(matrix.starts, model)),
    readFrom: Float64Array.from(filtered.models, (model) => numberAt(times.readFrom, model)),
    readTo: Float64Array.from(filtered.models, (model) => numberAt(times.readTo, model)),
  };
  return { selection, leakIndex: createLeakIndex(snapshot) };
}

/** What a part is written from. All arrays are by model index. */
export type PartSelection = {
  readonly models: SelectedModels;
  readonly users: number;
  /** As in `PseudonymizedLikes`. */
  readonly starts: Uint32Array;
  readonly ranks: Uint32Array;
  readonly pseudonyms: Uint8Array;
  readonly likesCollected: Uint32Array;
  /** When the reading of each list began and ended, in ms since 1970; NaN if it was not read. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

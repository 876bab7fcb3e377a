import { numberAt } from '../columns/uint32-list';
import { type DatasetOptions, defaultDatasetOptions } from '../dataset-options';
import { filterLikes } from '../filter/filter-likes';
import { type LeakIndex, createLeakIndex } from '../leak-scan/leak-index';
import { matrixOf, rowLength } from '../likes/like-matrix';
import { rankLikes } from '../likes/pseudonymized-likes';
import { keyedDigest } from '../pseudonyms/keyed-hash';
import type { PseudonymKey } from '../pseudonyms/pseudonym-key';
import { pseudonymizeUsers } from '../pseudonyms/pseudonymize-users';
import { modelAt } from '../snapshot/packed-models';
import type { SelectedModels } from '../snapshot/selected-models';
import type { Snapshot } from '../snapshot/snapshot';

export type PartOptions = Pick<DatasetOptions, 'excluded' | 'leaveOutNoAi' | 'leaveOutRestricted' | 'hash'>;

export type SelectPartRequest = {
  readonly key: PseudonymKey;
  readonly options: PartOptions;
  readonly signal?: AbortSignal | undefined;
};

export type SelectedPart = { readonly selection: PartSelection; readonly people: LeakIndex };

/**
 * Leaves out who and what is excluded of a whole harvest, and hashes the rest. Minimums and samples are no matter of a
 * part: they only make sense over all parts together.
 */
export async function selectPart(
  snapshot: Snapshot,
  { key, options, signal }: SelectPartRequest,
): Promise<SelectedPart> {
  const { models: packed, people } = snapshot;
  const matrix = matrixOf(snapshot);
  const filtered = await filterLikes({
    matrix,
    options: { ...defaultDatasetOptions, ...options },
    marksOf: (place) => modelAt(packed, place),
    usernames: new Map(people.asked),
    keyText: key.text,
    signal,
  });
  const digest = keyedDigest(key.text, options.hash);
  const models: SelectedModels = { packed, places: Uint32Array.from(filtered.models) };
  const { userUids, starts, users } = filtered.matrix;
  const { sorted, rankOf } = await pseudonymizeUsers(userUids, digest, undefined, signal);
  rankLikes({ starts, users }, rankOf);
  const selection: PartSelection = {
    ...{ models, users: userUids.length, starts, ranks: users, pseudonyms: sorted },
    likesCollected: Uint32Array.from(filtered.models, (place) => rowLength(matrix.starts, place)),
    readFrom: Float64Array.from(filtered.models, (place) => numberAt(snapshot.likes.readFrom, place)),
    readTo: Float64Array.from(filtered.models, (place) => numberAt(snapshot.likes.readTo, place)),
  };
  return { selection, people: createLeakIndex(matrix.userUids, people.usernames) };
}

/** What a part is written from. Places of models are the same in all of it. */
export type PartSelection = {
  readonly models: SelectedModels;
  readonly users: number;
  /** As in `PseudonymizedLikes`. */
  readonly starts: Uint32Array;
  readonly ranks: Uint32Array;
  readonly pseudonyms: Uint8Array;
  readonly likesCollected: Uint32Array;
  /** Ms since 1970; NaN where no list was read. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

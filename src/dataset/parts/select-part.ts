import { numberAt } from '../columns/uint32-list';
import { type DatasetChoices, defaultChoices } from '../dataset-options';
import { filterLikes } from '../filter/filter-likes';
import { type WatchedPeople, watchPeople } from '../leak-scan/sensitive-values';
import { rowLength } from '../likes/like-matrix';
import { rankLikes } from '../likes/pseudonymized-likes';
import { keyedDigest } from '../pseudonyms/keyed-hash';
import type { PseudonymKey } from '../pseudonyms/pseudonym-key';
import { pseudonymize } from '../pseudonyms/pseudonymize-users';
import { modelAt } from '../snapshot/packed-models';
import type { ChosenModels } from '../snapshot/selected-models';
import { type Harvest } from '../snapshot/snapshot';
import { matrixOf } from '../likes/like-matrix';

export type PartChoices = Pick<DatasetChoices, 'excluded' | 'leaveOutNoAi' | 'leaveOutRestricted' | 'hash'>;

export type GatherPartOrder = {
  readonly key: PseudonymKey;
  readonly choices: PartChoices;
  readonly signal?: AbortSignal | undefined;
};

export type GatheredPart = { readonly selection: PartSelection; readonly people: WatchedPeople };

/**
 * Leaves out who and what is excluded of a whole harvest, and hashes the rest. Minimums and samples are no matter of a
 * part: they only make sense over all parts together.
 */
export async function gatherPart(
  harvest: Harvest,
  { key, choices, signal }: GatherPartOrder,
): Promise<GatheredPart> {
  const { models: packed, people } = harvest;
  const matrix = matrixOf(harvest);
  const filtered = await filterLikes({
    matrix,
    choices: { ...defaultChoices, ...choices },
    marksOf: (place) => modelAt(packed, place),
    usernames: new Map(people.asked),
    keyText: key.text,
    signal,
  });
  const digest = keyedDigest(key.text, choices.hash);
  const models: ChosenModels = { packed, places: Uint32Array.from(filtered.models) };
  const { userUids, starts, users } = filtered.matrix;
  const { sorted, rankOf } = await pseudonymize(userUids, digest, undefined, signal);
  rankLikes({ starts, users }, rankOf);
  const selection: PartSelection = {
    ...{ models, users: userUids.length, starts, ranks: users, pseudonyms: sorted },
    likesCollected: Uint32Array.from(filtered.models, (place) => rowLength(matrix.starts, place)),
    readFrom: Float64Array.from(filtered.models, (place) => numberAt(harvest.likes.readFrom, place)),
    readTo: Float64Array.from(filtered.models, (place) => numberAt(harvest.likes.readTo, place)),
  };
  return { selection, people: watchPeople(matrix.userUids, people.usernames) };
}

/** What a part is written from. Places of models are the same in all of it. */
export type PartSelection = {
  readonly models: ChosenModels;
  readonly users: number;
  /** As in `Selection`. */
  readonly starts: Uint32Array;
  readonly ranks: Uint32Array;
  readonly pseudonyms: Uint8Array;
  readonly likesCollected: Uint32Array;
  /** Ms since 1970; NaN where no list was read. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

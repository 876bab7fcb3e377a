import type { ChosenModels } from '../chosen-models';
import { defaultChoices, type DatasetChoices } from '../dataset-choices';
import { filterLikes } from '../filter-likes';
import { matrixOf, type Harvest } from '../harvest/harvest';
import { modelAt } from '../harvest/packed-models';
import { keyedDigest } from '../keyed-hash';
import { numberAt } from '../number-at';
import type { PseudonymKey } from '../pseudonym-key';
import { pseudonymize } from '../pseudonyms';
import { rankLikes } from '../rank-likes';
import { rowLength } from '../row-of';
import { watchPeople, type WatchedPeople } from '../watched-people';
import type { PartSelection } from './part-selection';

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

import { countStates } from './count-states';
import type { DatasetChoices } from './dataset-choices';
import type { DatasetFacts } from './dataset-facts';
import { datasetStatistics, type ChosenLikes } from './dataset-statistics';
import { createDaySpan } from './day-span';
import { filterLikes } from './filter-likes';
import { matrixOf, type Harvest } from './harvest/harvest';
import { modelAt, type PackedModels } from './harvest/packed-models';
import { keyedDigest } from './keyed-hash';
import { createKeyedRandom } from './keyed-random';
import { digestUnlessTakenOver } from './merge/taken-over-user';
import { numberAt } from './number-at';
import type { Step, TellStep } from './progress';
import { pseudonymFacts } from './pseudonym-facts';
import type { PseudonymKey } from './pseudonym-key';
import { pseudonymize } from './pseudonyms';
import type { Selection } from './selection';
import { shuffledIndexes } from './shuffled-indexes';
import type { TextList } from './text-list';

export type GatherOrder = {
  readonly key: PseudonymKey;
  readonly choices: DatasetChoices;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly tellStep: (doing: string) => TellStep;
  readonly signal?: AbortSignal | undefined;
};

/** Everybody who was collected, also those left out: none of it may be in a file. */
export type People = { readonly userUids: TextList; readonly usernames: TextList };

/** All that the files are written from. Plain data: it can be handed from worker to worker, as a harvest can. */
export type Gathered = {
  readonly selection: Selection;
  readonly facts: DatasetFacts;
  readonly people: People;
};

// Weights are seconds as they were measured on ten times the likes of 2016.
export const gatherSteps: readonly Step[] = [
  { doing: 'Choosing what to keep', weight: 3 },
  { doing: 'Counting', weight: 10 },
  { doing: 'Hashing user ids', weight: 8 },
];

/** Leaves out what is to be left out of a whole harvest, and names and counts the rest. Nothing is written yet. */
export async function gather(harvest: Harvest, order: GatherOrder): Promise<Gathered> {
  const { key, choices, tellStep, signal } = order;
  const { models: packed, people } = harvest;
  const matrix = matrixOf(harvest);
  const tellFilter = tellStep('Choosing what to keep');
  const filtered = await filterLikes({
    ...{ matrix, choices, signal },
    marksOf: (place) => modelAt(packed, place),
    usernames: new Map(people.asked),
    keyText: key.text,
  });
  tellFilter(1, 1);
  const chosen: ChosenLikes = {
    models: { packed, places: Uint32Array.from(filtered.models) },
    matrix: filtered.matrix,
    likesCollected: Uint32Array.from(filtered.models, (place) => likesOf(matrix.starts, place)),
  };
  const statistics = datasetStatistics(matrix, chosen, tellStep('Counting'));
  const { starts, users } = chosen.matrix;
  const { models, likesCollected } = chosen;
  const selection = { models, likesCollected, matrix: { starts, users }, ...(await nameAll(order, chosen)) };
  const facts: DatasetFacts = {
    exportedAt: order.exportedAt,
    toolVersion: order.toolVersion,
    choices,
    pseudonym: pseudonymFacts(key, choices.hash),
    collection: {
      ...daysOf(packed),
      requests: harvest.requests,
      capturedModels: packed.uids.length,
    },
    filters: { removed: filtered.removed, lists: filtered.lists },
    statistics,
    models: models.places.length,
    ...countStates(models),
    featsRows: 0,
    users: filtered.matrix.userUids.length,
    likes: filtered.matrix.users.length,
    duplicateLikes: matrix.duplicates,
    files: [],
  };
  return { selection, facts, people: { userUids: matrix.userUids, usernames: people.usernames } };
}

async function nameAll(
  { key, choices, tellStep, signal }: GatherOrder,
  { models, matrix: { userUids: users } }: ChosenLikes,
) {
  const tell = tellStep('Hashing user ids');
  const onUsers = (done: number) => tell(done, users.length);
  const digest = digestUnlessTakenOver(keyedDigest(key.text, choices.hash));
  return {
    pseudonyms: await pseudonymize(users, digest, onUsers, signal),
    userIdx: shuffledIndexes(users.length, createKeyedRandom(key.text, 'user_idx')),
    itemIdx: shuffledIndexes(models.places.length, createKeyedRandom(key.text, 'item_idx')),
  };
}

const likesOf = (starts: Uint32Array, place: number) => numberAt(starts, place + 1) - numberAt(starts, place);

function daysOf({ readFrom, readTo }: PackedModels) {
  const span = createDaySpan();
  for (const [place, from] of readFrom.entries()) {
    if (!Number.isNaN(from)) span.add([from, numberAt(readTo, place)]);
  }
  return span.days();
}

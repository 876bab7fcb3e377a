import { countStates } from './count-states';
import type { DatasetChoices } from './dataset-choices';
import type { DatasetFacts } from './dataset-facts';
import { datasetStatistics, type ChosenLikes } from './dataset-statistics';
import { createDaySpan } from './day-span';
import { filterLikes } from './filter-likes';
import { matrixOf, type Harvest } from './harvest/harvest';
import { modelAt, type PackedModels } from './harvest/packed-models';
import { numberAt } from './number-at';
import type { Step, TellStep } from './progress';
import { pseudonymFacts } from './pseudonym-facts';
import type { PseudonymKey } from './pseudonym-key';
import type { TextList } from './text-list';

export type ChooseOrder = {
  readonly key: PseudonymKey;
  readonly choices: DatasetChoices;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly tellStep: (doing: string) => TellStep;
  readonly signal?: AbortSignal | undefined;
};

/** Everybody who was collected, also those left out: none of it may be in a file. */
export type People = { readonly userUids: TextList; readonly usernames: TextList };

/** What goes into a dataset, and all that is said of it. Plain data, to be handed from worker to worker as a harvest is. */
export type Chosen = {
  readonly likes: ChosenLikes;
  readonly facts: DatasetFacts;
  readonly people: People;
};

// Weights are seconds as they were measured on ten times the likes of 2016.
export const chooseSteps: readonly Step[] = [
  { doing: 'Choosing what to keep', weight: 3 },
  { doing: 'Counting', weight: 10 },
];

/** Leaves out what is to be left out of a whole harvest, and counts the rest. Nothing is named or written yet. */
export async function choose(harvest: Harvest, order: ChooseOrder): Promise<Chosen> {
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
  const likes: ChosenLikes = {
    models: { packed, places: Uint32Array.from(filtered.models) },
    matrix: filtered.matrix,
    likesCollected: Uint32Array.from(filtered.models, (place) => likesOf(matrix.starts, place)),
  };
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
    statistics: datasetStatistics(matrix, likes, tellStep('Counting')),
    models: filtered.models.length,
    ...countStates(likes.models),
    featsRows: 0,
    users: filtered.matrix.userUids.length,
    likes: filtered.matrix.users.length,
    duplicateLikes: matrix.duplicates,
    files: [],
  };
  return { likes, facts, people: { userUids: matrix.userUids, usernames: people.usernames } };
}

const likesOf = (starts: Uint32Array, place: number) => numberAt(starts, place + 1) - numberAt(starts, place);

function daysOf({ readFrom, readTo }: PackedModels) {
  const span = createDaySpan();
  for (const [place, from] of readFrom.entries()) {
    if (!Number.isNaN(from)) span.add([from, numberAt(readTo, place)]);
  }
  return span.days();
}

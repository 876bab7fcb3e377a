import type { DatasetChoices } from './dataset-choices';
import type { CollectionFacts, DatasetFacts } from './dataset-facts';
import type { ChosenLikes, DatasetStatistics } from './dataset-statistics';
import { createDaySpan } from './day-span';
import { filterLikes } from './filter-likes';
import { matrixOf, type Harvest, type PackedLikes } from './harvest/harvest';
import { modelAt } from './harvest/packed-models';
import { numberAt } from './number-at';
import type { Step, TellStep } from './progress';
import type { PseudonymKey } from './pseudonym-key';
import { rowLength } from './row-of';
import { likeStatistics, rowsRead } from './statistics';
import { watchPeople, type WatchedPeople } from './watched-people';

export type ChooseOrder = {
  readonly key: PseudonymKey;
  readonly choices: DatasetChoices;
  readonly tellStep: (doing: string) => TellStep;
  readonly signal?: AbortSignal | undefined;
};

/** What goes into a dataset. Plain data, to be handed from worker to worker as a harvest is. */
export type Chosen = {
  readonly likes: ChosenLikes;
  readonly people: WatchedPeople;
  readonly collection: CollectionFacts;
  readonly filters: DatasetFacts['filters'];
  readonly statistics: Pick<DatasetStatistics, 'rows' | 'likes'>;
};

// Weights are seconds as they were measured on ten times the likes of 2016.
export const chooseSteps: readonly Step[] = [{ doing: 'Choosing what to keep', weight: 7 }];

/** Leaves out what is to be left out of a whole harvest, and counts the likes that remain. */
export async function choose(harvest: Harvest, order: ChooseOrder): Promise<Chosen> {
  const { key, choices, signal } = order;
  const { models: packed, people } = harvest;
  const matrix = matrixOf(harvest);
  const tell = order.tellStep('Choosing what to keep');
  tell(0, 2);
  const filtered = await filterLikes({
    ...{ matrix, choices, signal },
    marksOf: (place) => modelAt(packed, place),
    usernames: new Map(people.asked),
    keyText: key.text,
  });
  tell(1, 2);
  const statistics = { rows: rowsRead(matrix), likes: likeStatistics(filtered.matrix) };
  tell(2, 2);
  return {
    likes: {
      models: { packed, places: Uint32Array.from(filtered.models) },
      matrix: filtered.matrix,
      likesCollected: Uint32Array.from(filtered.models, (place) => rowLength(matrix.starts, place)),
    },
    people: watchPeople(matrix.userUids, people.usernames),
    collection: {
      ...daysOf(harvest.likes),
      requests: harvest.requests,
      capturedModels: packed.uids.length,
    },
    filters: { removed: filtered.removed, lists: filtered.lists },
    statistics,
  };
}

function daysOf({ readFrom, readTo }: PackedLikes) {
  const span = createDaySpan();
  for (const [place, from] of readFrom.entries()) {
    if (!Number.isNaN(from)) span.add([from, numberAt(readTo, place)]);
  }
  return span.days();
}

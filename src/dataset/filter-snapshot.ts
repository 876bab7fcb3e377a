import { numberAt } from './columns/uint32-list';
import type { DatasetChoices } from './dataset-options';
import type { ChosenLikes, CollectionFacts, DatasetFacts, DatasetStatistics } from './dataset-summary';
import { filterLikes } from './filter/filter-likes';
import { type WatchedPeople, watchPeople } from './leak-scan/sensitive-values';
import { rowLength } from './likes/like-matrix';
import type { Step, TellStep } from './progress';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { modelAt } from './snapshot/packed-models';
import { type Harvest, type PackedLikes } from './snapshot/snapshot';
import { matrixOf } from './likes/like-matrix';
import { likeStatistics, rowsRead } from './statistics/like-statistics';

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

/** The first and the last day of some moments in ms since 1970, in UTC as `YYYY-MM-DD`; `null` when there were none. */
export function createDaySpan() {
  let first = Infinity;
  let last = -Infinity;
  const dayOf = (moment: number) =>
    Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : null;
  return {
    add(span: readonly [first: number, last: number] | null): void {
      if (!span) return;
      first = Math.min(first, span[0]);
      last = Math.max(last, span[1]);
    },
    days: () => ({ firstDay: dayOf(first), lastDay: dayOf(last) }),
  };
}

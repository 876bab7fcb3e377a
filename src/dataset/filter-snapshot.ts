import { numberAt } from './columns/uint32-list';
import type { DatasetOptions } from './dataset-options';
import type { SelectedLikes, CollectionFacts, DatasetFacts, DatasetStatistics } from './dataset-summary';
import { filterLikes } from './filter/filter-likes';
import { type LeakIndex, createLeakIndex } from './leak-scan/leak-index';
import { matrixOf, rowLength } from './likes/like-matrix';
import type { Step, ReportStep } from './progress';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { modelAt } from './snapshot/packed-models';
import type { Snapshot, PackedLikes } from './snapshot/snapshot';
import { likeStatistics, rowsRead } from './statistics/like-statistics';

export type FilterRequest = {
  readonly key: PseudonymKey;
  readonly options: DatasetOptions;
  readonly reportStep: (doing: string) => ReportStep;
  readonly signal?: AbortSignal | undefined;
};

/** What goes into a dataset. Plain data, to be handed from worker to worker as a harvest is. */
export type FilteredDataset = {
  readonly likes: SelectedLikes;
  readonly people: LeakIndex;
  readonly collection: CollectionFacts;
  readonly filters: DatasetFacts['filters'];
  readonly statistics: Pick<DatasetStatistics, 'rows' | 'likes'>;
};

// Weights are seconds as they were measured on ten times the likes of 2016.
export const filterSteps: readonly Step[] = [{ doing: 'Choosing what to keep', weight: 7 }];

/** Leaves out what is to be left out of a whole harvest, and counts the likes that remain. */
export async function filterSnapshot(snapshot: Snapshot, order: FilterRequest): Promise<FilteredDataset> {
  const { key, options, signal } = order;
  const { models: packed, people } = snapshot;
  const matrix = matrixOf(snapshot);
  const tell = order.reportStep('Choosing what to keep');
  tell(0, 2);
  const filtered = await filterLikes({
    ...{ matrix, options, signal },
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
    people: createLeakIndex(matrix.userUids, people.usernames),
    collection: {
      ...daysOf(snapshot.likes),
      requests: snapshot.requests,
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

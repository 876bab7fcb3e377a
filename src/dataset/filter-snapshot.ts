import { numberAt } from './columns/uint32-list';
import type { DatasetOptions } from './dataset-options';
import type { SelectedLikes, CollectionFacts, DatasetFacts, DatasetStatistics } from './dataset-summary';
import type { ChosenModels } from './filter/chosen-models';
import { hasExclusions } from './filter/exclusions';
import { filterLikes } from './filter/filter-likes';
import { leaveOut, type LeftOut, type Remaining } from './filter/leave-out';
import { type LeakIndex, createLeakIndex } from './leak-scan/leak-index';
import { rowLength } from './likes/like-matrix';
import { importedIdUnder } from './merge/imported-users';
import { createMergeKey } from './merge/merge-key';
import type { Step, StepReporter } from './progress';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { modelAt } from './snapshot/packed-models';
import type { Snapshot } from './snapshot/snapshot';
import { likeStatistics, rowsRead } from './statistics/like-statistics';

export type FilterRequest = {
  readonly key: PseudonymKey;
  readonly options: DatasetOptions;
  /** If only some models are wanted. */
  readonly chosen?: ChosenModels | undefined;
  /** Number of imports whose likes are in the snapshot. */
  readonly importsMerged: number;
  readonly reportStep: StepReporter;
  readonly signal?: AbortSignal | undefined;
};

/** What the filters kept. Plain data, to be passed from worker to worker like a snapshot. */
export type FilteredDataset = {
  readonly likes: SelectedLikes;
  readonly leakIndex: LeakIndex;
  readonly collection: CollectionFacts;
  readonly filters: DatasetFacts['filters'];
  readonly statistics: Pick<DatasetStatistics, 'rows' | 'likes'>;
  readonly leftOut: LeftOut;
};

// Weights are seconds, measured at ten times the likes of 2016.
export const filterSteps: readonly Step[] = [{ id: 'filter', weight: 7 }];

/** Applies the filters to a complete snapshot and counts the likes that remain. Rejects with the signal's reason. */
export async function filterSnapshot(
  snapshot: Snapshot,
  { key, options, chosen, importsMerged, reportStep, signal }: FilterRequest,
): Promise<FilteredDataset> {
  const onProgress = reportStep('filter');
  onProgress(0, 2);
  if (chosen && isTelling(chosen, options))
    throw new RangeError('a choice by likes would tell who was left out');
  const mergeKey = importsMerged > 0 ? createMergeKey(key, options.hash) : null;
  const importedIdOf = mergeKey && importedIdUnder(mergeKey);
  const { remaining, leftOut } = leaveOut(snapshot, { ...options, chosen }, importedIdOf);
  const { models: packed, matrix } = remaining;
  const filtered = await filterLikes({
    matrix,
    options,
    signal,
    marksOf: (model) => modelAt(packed, model),
    keyText: key.text,
  });
  onProgress(1, 2);
  const statistics = { rows: rowsRead(matrix), likes: likeStatistics(filtered.matrix) };
  onProgress(2, 2);
  return {
    likes: {
      models: { packed, indices: Uint32Array.from(filtered.models) },
      matrix: filtered.matrix,
      likesCollected: Uint32Array.from(filtered.models, (model) => rowLength(matrix.starts, model)),
    },
    leakIndex: createLeakIndex(snapshot),
    collection: {
      ...daysOf(remaining),
      // Those for what was left out are in it.
      requests: chosen || hasExclusions(options.excluded) || leftOut.notPublic > 0 ? null : snapshot.requests,
      capturedModels: packed.uids.length,
    },
    filters: {
      ...(chosen && { chosen: { models: packed.length, conditions: chosen.conditions } }),
      exclusionList: hasExclusions(options.excluded),
      removed: filtered.removed,
    },
    statistics,
    leftOut,
  };
}

/**
 * Models are chosen by the number of likes that the site shows. A dataset says it without the likes of those who were left out, so
 * a model beyond the limits would tell that somebody was.
 */
function isTelling({ conditions }: ChosenModels, { excluded }: DatasetOptions): boolean {
  return hasExclusions(excluded) && conditions.some(({ property }) => property === 'likes');
}

/** The days on which the first and the last list were read, in UTC as `YYYY-MM-DD`; null if none was. */
function daysOf({ readFrom, readTo }: Remaining) {
  let first = Infinity;
  let last = -Infinity;
  for (const [model, from] of readFrom.entries()) {
    if (Number.isNaN(from)) continue;
    first = Math.min(first, from);
    last = Math.max(last, numberAt(readTo, model));
  }
  return { firstDay: dayOf(first), lastDay: dayOf(last) };
}

function dayOf(time: number): string | null {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;
}

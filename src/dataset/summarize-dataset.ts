import { numberAt } from './columns/uint32-list';
import type { DatasetOptions } from './dataset-options';
import type { SelectedLikes, DatasetFacts } from './dataset-summary';
import type { FilteredDataset } from './filter-snapshot';
import type { LeakIndex } from './leak-scan/leak-index';
import type { Step, ReportStep, StepReporter } from './progress';
import { pseudonymFacts, type PseudonymKey } from './pseudonyms/pseudonym-key';
import { eachModel } from './snapshot/selected-models';
import { countStates, createModelCounter, type ModelStatistics } from './statistics/model-statistics';

export type SummarizeRequest = {
  readonly key: PseudonymKey;
  readonly options: DatasetOptions;
  /** Number of imports whose likes are in the dataset. */
  readonly importsMerged: number;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly reportStep: StepReporter;
};

/** A filtered dataset and everything its README and descriptors say about it. Plain data. */
export type SummarizedDataset = {
  readonly likes: SelectedLikes;
  readonly leakIndex: LeakIndex;
  readonly facts: DatasetFacts;
  readonly leftOut: FilteredDataset['leftOut'];
};

// In seconds, measured at ten times the likes of 2016.
export const summarizeSteps: readonly Step[] = [{ id: 'summarize', weight: 10 }];

/** Counts the models and collects the facts for README and descriptors. */
export function summarizeDataset(filtered: FilteredDataset, request: SummarizeRequest): SummarizedDataset {
  const { likes, leakIndex, leftOut, collection, filters, statistics } = filtered;
  const { key, options, importsMerged, exportedAt, toolVersion } = request;
  const facts: DatasetFacts = {
    exportedAt,
    toolVersion,
    options,
    collection,
    importsMerged,
    filters,
    pseudonym: pseudonymFacts(key, options.hash),
    statistics: { ...statistics, models: countModels(likes, request.reportStep('summarize')) },
    models: likes.models.indices.length,
    ...countStates(likes.models),
    featsRows: 0,
    users: likes.matrix.userUids.length,
    likes: likes.matrix.users.length,
    duplicateLikes: likes.matrix.duplicates,
    files: [],
  };
  return { likes, leakIndex, leftOut, facts };
}

function countModels({ models, likesCollected }: SelectedLikes, onProgress: ReportStep): ModelStatistics {
  const counter = createModelCounter();
  let index = 0;
  for (const model of eachModel(models)) {
    counter.add(model, numberAt(likesCollected, index));
    index += 1;
    onProgress(index, models.indices.length);
  }
  return counter.result();
}

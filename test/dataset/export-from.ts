import { type DatasetOptions, defaultDatasetOptions } from '../../src/dataset/dataset-options';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import { filterSnapshot } from '../../src/dataset/filter-snapshot';
import type { ChosenModels } from '../../src/dataset/filter/chosen-models';
import { excludedUsernames } from '../../src/dataset/filter/exclusions';
import type { PartManifest, PartRequest } from '../../src/dataset/parts/part-manifest';
import { partSteps, writePart } from '../../src/dataset/parts/write-part';
import { createProgress, type DatasetProgress } from '../../src/dataset/progress';
import { pseudonymizeDataset } from '../../src/dataset/pseudonymize-dataset';
import type { PseudonymKey } from '../../src/dataset/pseudonyms/pseudonym-key';
import { readSnapshot } from '../../src/dataset/read-snapshot';
import { summarizeDataset } from '../../src/dataset/summarize-dataset';
import { datasetSteps, type DatasetSummary, writeDataset } from '../../src/dataset/write-dataset';

export type DatasetRequest = {
  readonly source: DatasetSource;
  readonly key: PseudonymKey;
  readonly options?: DatasetOptions;
  readonly chosen?: ChosenModels;
  readonly importsMerged?: number;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly onProgress?: (progress: DatasetProgress) => void;
  readonly signal?: AbortSignal;
};

/** Runs all stages of an export in this process. */
export async function exportDataset({
  source,
  onProgress,
  ...order
}: DatasetRequest): Promise<DatasetSummary> {
  const { options = defaultDatasetOptions, importsMerged = 0, signal } = order;
  const reportStep = createProgress(datasetSteps(options), onProgress);
  const usernamesToFind = excludedUsernames(options.excluded);
  const snapshot = await readSnapshot({ source, usernamesToFind, reportStep, signal });
  const told = { ...order, options, importsMerged, reportStep };
  const summarized = summarizeDataset(await filterSnapshot(snapshot, told), told);
  return writeDataset(await pseudonymizeDataset(summarized, told), told);
}

/** Reads a snapshot and writes a part of it, in this process. */
export async function exportPart({
  source,
  ...order
}: PartRequest & { source: DatasetSource }): Promise<PartManifest> {
  const usernamesToFind = excludedUsernames(order.options.excluded);
  const reportStep = createProgress(partSteps);
  return writePart(await readSnapshot({ source, usernamesToFind, reportStep, signal: order.signal }), order);
}

import { type DatasetChoices, defaultChoices } from '../../src/dataset/dataset-options';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import { choose } from '../../src/dataset/filter-snapshot';
import { namesMeant } from '../../src/dataset/filter/exclusions';
import type { PartManifest, PartOrder } from '../../src/dataset/parts/part-manifest';
import { writePart } from '../../src/dataset/parts/write-part';
import { createProgress, type DatasetProgress } from '../../src/dataset/progress';
import { nameUsers } from '../../src/dataset/pseudonymize-dataset';
import type { PseudonymKey } from '../../src/dataset/pseudonyms/pseudonym-key';
import { readHarvest } from '../../src/dataset/read-snapshot';
import { describeChosen } from '../../src/dataset/summarize-dataset';
import { datasetSteps, type DatasetSummary, writeDataset } from '../../src/dataset/write-dataset';

export type DatasetOrder = {
  readonly source: DatasetSource;
  readonly key: PseudonymKey;
  readonly choices?: DatasetChoices;
  readonly importsUnited?: number;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly onProgress?: (progress: DatasetProgress) => void;
  readonly signal?: AbortSignal;
};

/** A dataset from the first row to the last byte, in one go. */
export async function exportDataset({ source, onProgress, ...order }: DatasetOrder): Promise<DatasetSummary> {
  const { choices = defaultChoices, importsUnited = 0, signal } = order;
  const tellStep = createProgress(datasetSteps(choices), onProgress);
  const namesAskedFor = namesMeant(choices.excluded);
  const harvest = await readHarvest({ source, namesAskedFor, tellStep, signal });
  const told = { ...order, choices, importsUnited, tellStep };
  const described = describeChosen(await choose(harvest, told), told);
  return writeDataset(await nameUsers(described, told), told);
}

/** A part, in one go. */
export async function exportPart({
  source,
  ...order
}: PartOrder & { source: DatasetSource }): Promise<PartManifest> {
  const namesAskedFor = namesMeant(order.choices.excluded);
  const tellStep = createProgress([]);
  return writePart(await readHarvest({ source, namesAskedFor, tellStep, signal: order.signal }), order);
}

import { defaultChoices, type DatasetChoices } from '../../src/dataset/dataset-choices';
import { describeChosen } from '../../src/dataset/describe-chosen';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import { namesMeant } from '../../src/dataset/excluded-people';
import { choose } from '../../src/dataset/choose';
import { nameUsers } from '../../src/dataset/name-users';
import { readHarvest } from '../../src/dataset/harvest/continue-harvest';
import { writePart } from '../../src/dataset/parts/write-part';
import type { PartManifest } from '../../src/dataset/parts/part-manifest';
import type { PartOrder } from '../../src/dataset/parts/part-order';
import { createProgress, type DatasetProgress } from '../../src/dataset/progress';
import type { PseudonymKey } from '../../src/dataset/pseudonym-key';
import { datasetSteps, writeDataset, type DatasetSummary } from '../../src/dataset/write-dataset';

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

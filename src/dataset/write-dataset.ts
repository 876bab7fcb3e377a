import { archive } from './archive';
import { beginFacts, type DatasetFacts } from './dataset-facts';
import type { DatasetSource } from './dataset-source';
import { datasetEntries } from './entries';
import { keyedHash } from './keyed-hash';
import { checkOrder } from './model-batches';
import type { PseudonymKey } from './pseudonym-key';
import { createPseudonyms } from './pseudonyms';
import { sealEntry } from './seal-entry';
import { sortedStates } from './state-meanings';
import { withinZipLimit } from './within-zip-limit';

export type DatasetOrder = {
  readonly source: DatasetSource;
  readonly key: PseudonymKey;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** Takes the zip piece by piece, of some 16 kB each; the next comes when this one is settled. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  /** Told by the likes table, the last and by far the longest. */
  readonly onProgress?: (progress: DatasetProgress) => void;
  readonly signal?: AbortSignal;
};

export type DatasetProgress = { readonly doneModels: number; readonly totalModels: number };

/** What went into the zip, in the numbers that its README tells. */
export type DatasetSummary = Readonly<
  Omit<DatasetFacts, 'exportedAt' | 'toolVersion' | 'keyMode' | 'modelsByState' | 'notComplete'>
> & {
  readonly modelsByState: Readonly<Record<string, number>>;
  readonly zipBytes: number;
};

/**
 * Writes the zip of all that was captured when the call began. The same rows, key and date give the same bytes.
 * Rejects with what the source or `write` throws and with the signal's reason; what was written by then is no zip.
 */
export async function writeDataset(order: DatasetOrder): Promise<DatasetSummary> {
  const { source, key, exportedAt, toolVersion, write, signal } = order;
  const facts = beginFacts({ exportedAt, toolVersion, keyMode: key.mode });
  const modelUids = await source.readModelUids();
  checkOrder(modelUids);

  const entries = datasetEntries({
    source,
    modelUids,
    facts,
    signal,
    pseudonyms: createPseudonyms(keyedHash(key.text)),
    onModels: progressTo(order.onProgress, modelUids.length),
  }).map((entry) => ({
    path: entry.path,
    chunks: withinZipLimit(
      entry.path,
      sealEntry(entry, (file) => facts.files.push(file)),
    ),
  }));

  let zipBytes = 0;
  for await (const chunk of withinZipLimit('the zip', archive(entries, signal))) {
    await write(chunk);
    zipBytes += chunk.length;
  }
  return summary(facts, zipBytes);
}

function progressTo(tell: DatasetOrder['onProgress'], totalModels: number): (count: number) => void {
  let doneModels = 0;
  tell?.({ doneModels, totalModels });
  return (count) => {
    doneModels += count;
    tell?.({ doneModels, totalModels });
  };
}

function summary(facts: DatasetFacts, zipBytes: number): DatasetSummary {
  const { models, completeModels, featsRows, users, likes, duplicateLikes, files } = facts;
  const modelsByState = Object.fromEntries(sortedStates(facts.modelsByState));
  return { models, completeModels, featsRows, users, likes, duplicateLikes, files, modelsByState, zipBytes };
}

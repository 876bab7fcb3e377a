import type { ModelUid } from '../sketchfab/model-uid';
import type { DatasetModel, DatasetSource } from './dataset-source';

// About 4,400 likes of the 2016 shape: few enough to hold, enough to make a round trip worth while.
const batchSize = 200;

/**
 * The models of one frozen list, in its order. Throws when the source answers for other models than it was asked for:
 * rows would be lost or land under another model.
 */
export async function* readModelBatches(
  source: DatasetSource,
  uids: readonly ModelUid[],
  signal?: AbortSignal,
): AsyncGenerator<readonly DatasetModel[]> {
  for (let start = 0; start < uids.length; start += batchSize) {
    signal?.throwIfAborted();
    const asked = uids.slice(start, start + batchSize);
    const models = await source.readModels(asked);
    checkAnswer(
      asked,
      models.map((model) => model.uid),
    );
    yield models;
  }
}

export function checkAnswer(asked: readonly ModelUid[], answered: readonly ModelUid[]): void {
  if (asked.length !== answered.length || asked.some((uid, index) => uid !== answered[index])) {
    throw new Error('the stored models changed while the dataset was written');
  }
}

/** Sorted and unique is what every table builds on; a source that breaks this must not go unnoticed. */
export function checkOrder(uids: readonly ModelUid[]): void {
  const unsorted = uids.find((uid, index) => index > 0 && uid <= (uids[index - 1] as ModelUid));
  if (unsorted !== undefined) throw new Error(`model ${unsorted} is out of order or listed twice`);
}

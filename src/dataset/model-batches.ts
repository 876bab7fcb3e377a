import type { ModelUid } from '../sketchfab/model-uid';
import type { CrawledModel, DatasetSource } from './dataset-source';
import { orAborted } from './or-aborted';

// About 4,400 likes of the 2016 shape: few enough to hold, enough to make a round trip worth while.
const batchSize = 200;

/**
 * The models of one frozen list, in its order. Throws when the source answers for other models than it was asked for:
 * rows would be lost or land under another model.
 */
export async function* readModelBatches(
  source: Pick<DatasetSource, 'readModels'>,
  uids: readonly ModelUid[],
  signal?: AbortSignal,
): AsyncGenerator<readonly CrawledModel[]> {
  for (let start = 0; start < uids.length; start += batchSize) {
    signal?.throwIfAborted();
    const asked = uids.slice(start, start + batchSize);
    const rows = await orAborted(source.readModels(asked), signal);
    if (rows.length !== asked.length || rows.some(({ uid }, index) => uid !== asked[index])) {
      throw new Error('the stored models changed while the dataset was written');
    }
    yield rows;
  }
}

/** Sorted and unique is what every table builds on; a source that breaks this must not go unnoticed. */
export function checkOrder(uids: readonly ModelUid[]): void {
  const unsorted = uids.find((uid, index) => index > 0 && uid <= (uids[index - 1] as ModelUid));
  if (unsorted !== undefined) throw new Error(`model ${unsorted} is out of order or listed twice`);
}

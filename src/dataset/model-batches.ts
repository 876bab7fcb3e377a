import type { ModelUid } from '../sketchfab/model-uid';
import type { DatasetModel, DatasetSource, ModelLikes } from './dataset-source';
import { orAborted } from './or-aborted';

// About 4,400 likes of the 2016 shape: few enough to hold, enough to make a round trip worth while.
const batchSize = 200;

/** The models of one frozen list, in its order. */
export function readModelBatches(
  source: Pick<DatasetSource, 'readModels'>,
  uids: readonly ModelUid[],
  signal?: AbortSignal,
): AsyncGenerator<readonly DatasetModel[]> {
  return inBatches(
    uids,
    (asked) => source.readModels(asked),
    ({ uid }) => uid,
    signal,
  );
}

/** The likes of the same models, in the same order. */
export function readLikesBatches(
  source: Pick<DatasetSource, 'readLikes'>,
  uids: readonly ModelUid[],
  signal?: AbortSignal,
): AsyncGenerator<readonly ModelLikes[]> {
  return inBatches(
    uids,
    (asked) => source.readLikes(asked),
    ({ modelUid }) => modelUid,
    signal,
  );
}

/**
 * Throws when the source answers for other models than it was asked for: rows would be lost or land under another
 * model.
 */
async function* inBatches<Row>(
  uids: readonly ModelUid[],
  read: (asked: readonly ModelUid[]) => Promise<readonly Row[]>,
  uidOf: (row: Row) => ModelUid,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < uids.length; start += batchSize) {
    signal?.throwIfAborted();
    const asked = uids.slice(start, start + batchSize);
    const rows = await orAborted(read(asked), signal);
    if (rows.length !== asked.length || rows.some((row, index) => uidOf(row) !== asked[index])) {
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

import type { ModelUid } from '../sketchfab/model-uid';
import type { DatasetModel, DatasetSource } from './dataset-source';
import { readModelBatches } from './model-batches';

/**
 * What an export holds of each model from its beginning to its end, so that its files agree when the crawl goes on
 * meanwhile. Labels and picture addresses are too much to hold; they are read again for the tables that tell them.
 */
export type FrozenModel = Omit<DatasetModel, 'tags' | 'categories' | 'thumbnailUrl'>;

/** `onModels` is told how many each batch brought. */
export async function freezeModels(
  source: Pick<DatasetSource, 'readModels'>,
  uids: readonly ModelUid[],
  onModels: (count: number) => void,
  signal?: AbortSignal,
): Promise<readonly FrozenModel[]> {
  const frozen: FrozenModel[] = [];
  for await (const models of readModelBatches(source, uids, signal)) {
    for (const { tags: _, categories: _unused, thumbnailUrl: _picture, ...model } of models)
      frozen.push(model);
    onModels(models.length);
  }
  return frozen;
}

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
  // A database hands out each word anew. One copy of those that repeat is 4 MB less for every 86,000 models.
  const states = new Map<string, string>();
  const once = (state: string) => states.get(state) ?? (states.set(state, state), state);
  for await (const models of readModelBatches(source, uids, signal)) {
    for (const { tags: _, categories: _unused, thumbnailUrl: _picture, ...model } of models) {
      frozen.push({ ...model, uid: uids[frozen.length] as ModelUid, state: once(model.state) });
    }
    onModels(models.length);
  }
  return frozen;
}

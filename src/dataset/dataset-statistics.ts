import type { DatasetSource } from './dataset-source';
import type { LikeMatrix } from './like-matrix';
import { readModelBatches } from './model-batches';
import { numberAt } from './number-at';
import type { TellStep } from './progress';
import type { Selection } from './selection';
import { likeStatistics, rowsRead, type LikeStatistics, type RowsRead } from './statistics';
import { createModelCounter, type ModelStatistics } from './statistics-models';

/** `stats.json`, but for what stands in the facts already. */
export type DatasetStatistics = {
  /** Before any filter. */
  readonly rows: RowsRead;
  /** Of what is in the dataset, as all that follows. */
  readonly likes: LikeStatistics;
  readonly models: ModelStatistics;
};

/** What the filters left. */
export type ChosenLikes = Pick<Selection, 'models' | 'likesCollected'> & { readonly matrix: LikeMatrix };

export async function datasetStatistics(
  source: Pick<DatasetSource, 'readModels'>,
  read: LikeMatrix,
  { models, matrix, likesCollected }: ChosenLikes,
  tell: TellStep,
  signal: AbortSignal | undefined,
): Promise<DatasetStatistics> {
  const counter = createModelCounter();
  const uids = models.map(({ uid }) => uid);
  let place = 0;
  for await (const batch of readModelBatches(source, uids, signal)) {
    for (const { tags, categories } of batch) {
      const model = models[place];
      if (model) counter.add({ ...model, tags, categories }, numberAt(likesCollected, place));
      place += 1;
    }
    tell(place, uids.length);
  }
  return { rows: rowsRead(read), likes: likeStatistics(matrix), models: counter.result() };
}

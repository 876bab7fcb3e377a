import { eachModel } from './chosen-models';
import type { LikeMatrix } from './like-matrix';
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

export function datasetStatistics(
  read: LikeMatrix,
  { models, matrix, likesCollected }: ChosenLikes,
  tell: TellStep,
): DatasetStatistics {
  const counter = createModelCounter();
  let place = 0;
  for (const model of eachModel(models)) {
    counter.add(model, numberAt(likesCollected, place));
    place += 1;
    tell(place, models.places.length);
  }
  return { rows: rowsRead(read), likes: likeStatistics(matrix), models: counter.result() };
}

import type { LikeMatrix } from './like-matrix';
import type { Selection } from './selection';
import type { LikeStatistics, RowsRead } from './statistics';
import type { ModelStatistics } from './statistics-models';

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

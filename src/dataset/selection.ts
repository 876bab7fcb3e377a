import type { ChosenModels } from './chosen-models';
import type { LikeMatrix } from './like-matrix';
import type { Pseudonyms } from './pseudonyms';

/** What one export writes: what the filters left, and the names and numbers it goes by. */
export type Selection = {
  /** By id. Rows of `matrix`, in its order. */
  readonly models: ChosenModels;
  /** Without the ids of users, which no file is to hold. */
  readonly matrix: Pick<LikeMatrix, 'starts' | 'users'>;
  readonly pseudonyms: Pseudonyms;
  /** By rank of the user. */
  readonly userIdx: Int32Array;
  /** By place of the model. */
  readonly itemIdx: Int32Array;
  /** By place of the model: different likes read from the site, before any filter. */
  readonly likesCollected: Uint32Array;
};

/** The users who like a model, by rank: the site's order tells who liked first, and that of the crawl something alike. */
export function ranksOf(
  { matrix, pseudonyms }: Pick<Selection, 'matrix' | 'pseudonyms'>,
  model: number,
): Uint32Array {
  const { starts, users } = matrix;
  return users
    .subarray(starts[model], starts[model + 1])
    .map((user) => pseudonyms.rankOf[user] as number)
    .sort();
}

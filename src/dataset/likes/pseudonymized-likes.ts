import type { SelectedModels } from '../snapshot/selected-models';
import { type LikeMatrix, rowOf } from './like-matrix';

/** What one export writes: what the filters left, and the names and numbers it goes by. */
export type PseudonymizedLikes = {
  /** By id. */
  readonly models: SelectedModels;
  /** The ranks of those who like model m, ascending, are `ranks[starts[m]]` up to, not with, `ranks[starts[m + 1]]`. */
  readonly starts: Uint32Array;
  readonly ranks: Uint32Array;
  /** By rank, `pseudonymBytes` each. */
  readonly pseudonyms: Uint8Array;
  /** By rank of the user. */
  readonly userIdx: Int32Array;
  /** By place of the model. */
  readonly itemIdx: Int32Array;
  /** By place of the model: different likes read from the site, before any filter. */
  readonly likesCollected: Uint32Array;
};

/** The users who like a model, by rank. Not a copy. */
export function ranksOf(
  { starts, ranks }: Pick<PseudonymizedLikes, 'starts' | 'ranks'>,
  model: number,
): Uint32Array {
  return rowOf(starts, ranks, model);
}

/**
 * Puts the ranks of users in the place of their indexes, ascending within each model: the site's order tells who liked
 * first, and that of the crawl something alike. In place, since a copy would be 25 MB at ten times the likes of 2016.
 */
export function rankLikes(
  { starts, users }: Pick<LikeMatrix, 'starts' | 'users'>,
  rankOf: Uint32Array,
): void {
  for (const [like, user] of users.entries()) users[like] = rankOf[user] as number;
  for (let model = 0; model + 1 < starts.length; model += 1) rowOf(starts, users, model).sort();
}

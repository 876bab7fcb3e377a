import type { ChosenModels } from './chosen-models';
import { rowOf } from './row-of';

/** What one export writes: what the filters left, and the names and numbers it goes by. */
export type Selection = {
  /** By id. */
  readonly models: ChosenModels;
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
export function ranksOf({ starts, ranks }: Pick<Selection, 'starts' | 'ranks'>, model: number): Uint32Array {
  return rowOf(starts, ranks, model);
}

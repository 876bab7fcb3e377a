import type { ChosenModels } from '../chosen-models';
import type { LikeMatrix } from '../like-matrix';
import type { Pseudonyms } from '../pseudonyms';

/** What a part is written from. Places of models are the same in all of it. */
export type PartSelection = {
  readonly models: ChosenModels;
  readonly matrix: LikeMatrix;
  readonly pseudonyms: Pseudonyms;
  readonly likesCollected: Uint32Array;
  /** Ms since 1970; NaN where no list was read. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

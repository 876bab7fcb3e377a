import type { ChosenModels } from '../chosen-models';

/** What a part is written from. Places of models are the same in all of it. */
export type PartSelection = {
  readonly models: ChosenModels;
  readonly users: number;
  /** As in `Selection`. */
  readonly starts: Uint32Array;
  readonly ranks: Uint32Array;
  readonly pseudonyms: Uint8Array;
  readonly likesCollected: Uint32Array;
  /** Ms since 1970; NaN where no list was read. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

import type { ImportStore } from '../../../src/dataset/import/import-store';
import type { TableFacts } from '../../../src/sketchfab/model-facts';
import type { MadeUpLikes } from './memory-import-store';

/** A store to be tested against the contract, with everything in it, staged rows included, to be compared as a whole. */
export type StoreRig = {
  readonly store: ImportStore;
  readonly dump: () => Promise<unknown>;
  /** Imports with rows in the store, live or not. */
  readonly countStagings: () => Promise<number>;
};

export type OpenStore = (
  models?: readonly TableFacts[],
  likes?: Readonly<Record<string, MadeUpLikes>>,
) => Promise<StoreRig>;

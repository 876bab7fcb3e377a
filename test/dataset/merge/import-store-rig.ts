import type { LocalModel, ImportStore } from '../../../src/dataset/import/import-store';
import type { MadeUpLikes } from './memory-import-store';

/** A store to be held to the contract, and all that is in it, staged rows included, to be compared as a whole. */
export type StoreRig = {
  readonly store: ImportStore;
  readonly dump: () => Promise<unknown>;
  /** Imports whose rows are there, live or not. */
  readonly countStagings: () => Promise<number>;
};

export type OpenStore = (
  models?: readonly LocalModel[],
  likes?: Readonly<Record<string, MadeUpLikes>>,
) => Promise<StoreRig>;

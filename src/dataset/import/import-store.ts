import type { TableFacts } from '../../sketchfab/model-facts';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import type { ImportedModel, KeyFingerprint } from './imported-dataset';

/**
 * What merging needs from a store. Staged rows are visible to nobody. `goLive` is one transaction over the import heads
 * and the models: afterwards the whole import is visible, or, if it throws, none of it. Rows of likes are not moved, so
 * that the transaction is short however many there are.
 */
export type ImportStore = {
  /** With the facts of live imports merged in. */
  readModels(uids: readonly ModelUid[]): Promise<readonly (TableFacts | null)[]>;
  readLikes(uids: readonly ModelUid[]): Promise<readonly LocalLikes[]>;
  /** All users in the likes read here. */
  readUserUids(): Promise<readonly UserUid[]>;
  /** Live imports only: per model, a row from each import that contains it. */
  readImportedLikes(uids: readonly ModelUid[]): Promise<readonly (readonly StagedLikes[])[]>;
  /** Live imports only. */
  readImports(): Promise<readonly ImportHead[]>;
  /** Returns an id for the rows to be staged, and discards rows that never went live. */
  beginStaging(head: ImportHead): Promise<string>;
  stage(staging: string, models: readonly ImportedModel[], likes: readonly StagedLikes[]): Promise<void>;
  /**
   * Makes the staged rows live, in place of earlier rows of the same import, unless those have likes and these do not: then
   * everything stays as it is. The facts of models are merged as `mergeModel` does it.
   */
  goLive(staging: string): Promise<void>;
  discard(staging: string): Promise<void>;
  /** Removes a live import. Afterwards everything is as if it had never been imported; what was read here stays. */
  remove(importId: string): Promise<void>;
};

/** The likes of a model as read by this machine. */
export type LocalLikes = {
  readonly userUids: readonly UserUid[];
  /** When the reading of the list began and ended, in ms since 1970; null if it never began. */
  readonly readBetween: readonly [first: number, last: number] | null;
  readonly complete: boolean;
};

/** The likes of a model from one import. They are stored separately from the likes read here. */
export type StagedLikes = {
  readonly importId: string;
  readonly modelUid: ModelUid;
  readonly pseudonyms: readonly string[];
  /** Parallel to `pseudonyms`: when each like was last seen, or the latest possible time, in ms since 1970. */
  readonly seenAt: readonly number[];
  /** When the reading of the complete list began, in ms since 1970; null if it is incomplete or the time is unknown. */
  readonly sweptAt: number | null;
  /** How far the list was read by whoever made the zip. */
  readonly state: string;
  readonly complete: boolean;
  /** The reading here whose likes it may take back, by a person's decision; null for none. */
  readonly overrules: LocalLikes['readBetween'];
};

/** Describes an import, which has no effect until it is live. */
export type ImportHead = {
  readonly importId: string;
  readonly keyFingerprint: KeyFingerprint;
  readonly exportedAt: number;
  readonly kind: 'dataset' | 'part';
  /** False if only its facts about models were imported. */
  readonly hasLikes: boolean;
};

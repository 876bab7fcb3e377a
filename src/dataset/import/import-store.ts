import type { TableFacts } from '../../sketchfab/model-facts';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import type { ImportedModel, KeyFingerprint } from './imported-dataset';

/** What is known of a model here, captured or taken in from a zip before. */
export type LocalModel = TableFacts & {
  /** When the site last told something of it, ms since 1970; `null` when nobody knows. */
  readonly observedAt: number | null;
};

/** The likes of a model as this machine read them. */
export type LocalLikes = {
  readonly userUids: readonly UserUid[];
  /** When the reading of the list began and ended, ms since 1970; `null` when it never began. */
  readonly readBetween: readonly [first: number, last: number] | null;
  readonly complete: boolean;
};

/** The likes of a model as one import tells them. They stay beside the likes read here and are never mixed in. */
export type StagedLikes = {
  readonly importId: string;
  readonly modelUid: ModelUid;
  readonly pseudonyms: readonly string[];
  /** Of each like, in the same order, ms since 1970: when it was seen last, or the latest moment that can have been. */
  readonly seenAt: readonly number[];
  /** When the reading of the complete list began; `null` when it is not known to be complete, or when that was. */
  readonly sweptAt: number | null;
  /** How far the list was followed by those who made the zip. */
  readonly state: string;
  readonly complete: boolean;
};

/** An import by which nothing changes until it is live. */
export type ImportHead = {
  readonly importId: string;
  readonly keyFingerprint: KeyFingerprint;
  readonly exportedAt: number;
  readonly kind: 'dataset' | 'part';
};

/**
 * What merging needs of a store. Rows that are staged are seen by nobody. `goLive` is one transaction over the heads
 * of the imports and the models: after it all of the import is there, or, when it throws, nothing of it. The rows of
 * likes are not moved, so that this transaction stays short however many there are.
 */
export type ImportStore = {
  readModels(uids: readonly ModelUid[]): Promise<readonly (LocalModel | null)[]>;
  readLikes(uids: readonly ModelUid[]): Promise<readonly LocalLikes[]>;
  /** Of live imports alone: for each model, a row of each import that tells of it. */
  readImportedLikes(uids: readonly ModelUid[]): Promise<readonly (readonly StagedLikes[])[]>;
  /** The imports that are live. */
  readImports(): Promise<readonly ImportHead[]>;
  /** Hands out a name for the rows to come, and throws away those that never went live. */
  beginStaging(head: ImportHead): Promise<string>;
  stage(staging: string, models: readonly ImportedModel[], likes: readonly StagedLikes[]): Promise<void>;
  /**
   * Puts these rows in the place of those of the same import, if it was live. `merge` is pure, and asked inside of
   * the transaction for each staged model, with the model as it then stands.
   */
  goLive(
    staging: string,
    merge: (held: LocalModel | null, imported: ImportedModel) => LocalModel,
  ): Promise<void>;
  discard(staging: string): Promise<void>;
};

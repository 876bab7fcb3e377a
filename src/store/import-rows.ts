import type { ImportHead, StagedLikes } from '../dataset/merge/import-store';
import type { ImportedModel } from '../dataset/merge/imported-dataset';

/** A zip that is being taken in, or was; its number stands in all its rows, and makes a row count or not. */
export type ImportRow = ImportHead & {
  /** Given by the database, and never given twice. */
  readonly staging?: number;
  readonly isLive: boolean;
};

/** Only until the import is live: then the model itself has it. */
export type StagedModelRow = ImportedModel & { readonly staging: number };

export type StagedLikesRow = StagedLikes & { readonly staging: number };

import type { ImportHead, StagedLikes } from '../dataset/import/import-store';
import type { ImportedModel } from '../dataset/import/imported-dataset';
import type { LikesPosition } from '../sketchfab/addresses';
import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';

/**
 * One answer of the likes endpoint, as the site gave it: order and repeats kept, so that a better reader heals old
 * data. Twelve times faster to write and ten times faster to read than one row per like.
 */
export type LikesPageRow = {
  readonly modelUid: ModelUid;
  readonly sweep: number;
  readonly index: number;
  readonly position: LikesPosition;
  readonly userUids: readonly UserUid[];
  /** Only until the sweep is the model's list: then the table of users has them. */
  readonly usernames: readonly (string | null)[] | null;
  readonly unreadableRows: number;
  readonly fetchedAt: number;
};

/** What was found to be gone when a complete sweep replaced another list. */
export type UnlikesRow = {
  readonly modelUid: ModelUid;
  /** The sweep that had them no more. */
  readonly sweep: number;
  readonly userUids: readonly UserUid[];
  readonly noticedAt: number;
};

/** A user and the number of captured models whose current list of likes names them; gone when that is 0. */
export type UserRow = {
  readonly uid: UserUid;
  readonly models: number;
  /** For those who ask to be left out by name, and for the search of a dataset for names. Never in a dataset. */
  readonly username: string | null;
};

/** A zip that is being taken in, or was; its number stands in all its rows, and makes a row count or not. */
export type ImportRow = ImportHead & {
  /** Given by the database, and never given twice. */
  readonly staging?: number;
  readonly isLive: boolean;
};

/** Only until the import is live: then the model itself has it. */
export type StagedModelRow = ImportedModel & { readonly staging: number };

export type StagedLikesRow = StagedLikes & { readonly staging: number };

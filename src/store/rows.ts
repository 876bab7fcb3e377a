import type { ImportHead, StagedLikes } from '../dataset/import/import-store';
import type { ImportedModel } from '../dataset/import/imported-dataset';
import type { LikesPosition } from '../sketchfab/addresses';
import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';

/**
 * One page of the likes endpoint as the site gave it, with order and repeats, so that a better parser can fix old data.
 * Twelve times faster to write and ten times faster to read than one row per like.
 */
export type LikesPageRow = {
  readonly modelUid: ModelUid;
  readonly sweep: number;
  readonly index: number;
  readonly position: LikesPosition;
  readonly userUids: readonly UserUid[];
  /** Only until the sweep becomes the model's list. From then on they are in the table of users. */
  readonly usernames: readonly (string | null)[] | null;
  readonly unreadableRows: number;
  readonly fetchedAt: number;
};

/** The likes that were gone when a complete sweep replaced the previous list. */
export type UnlikesRow = {
  readonly modelUid: ModelUid;
  /** The sweep that no longer had them. */
  readonly sweep: number;
  readonly userUids: readonly UserUid[];
  readonly noticedAt: number;
};

/** A user and the number of models whose stored list contains them. Deleted when that is 0. */
export type UserRow = {
  readonly uid: UserUid;
  readonly models: number;
  /** For excluding users by name and for the leak scan. Never part of a dataset. */
  readonly username: string | null;
};

/** An imported zip, or one being imported. Its rows contain its `staging` number and count only while it is live. */
export type ImportRow = ImportHead & {
  /** Assigned by the database and never reused. */
  readonly staging?: number;
  readonly isLive: boolean;
};

/** Only until the import is live. From then on the facts are in the model's row. */
export type StagedModelRow = ImportedModel & { readonly staging: number };

export type StagedLikesRow = StagedLikes & { readonly staging: number };

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

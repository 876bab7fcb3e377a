import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import type { TextList } from './text-list';

/**
 * All likes as indexes: 4 bytes a like, so that 6.3 million take 25 MB where pairs of ids would take a gigabyte.
 * The likes of model m are `users[starts[m]]` up to, not with, `users[starts[m + 1]]`.
 */
export type LikeMatrix = {
  readonly modelUids: TextList<ModelUid>;
  /** Each user once, in the order of the crawl: sort by something else before anything of it is written. */
  readonly userUids: TextList<UserUid>;
  /** One more than there are models. */
  readonly starts: Uint32Array;
  /** Index into `userUids` of each like, unique within a model. */
  readonly users: Uint32Array;
  /** Likes seen again on another page of the same model's list, which moves while it is read. */
  readonly duplicates: number;
};

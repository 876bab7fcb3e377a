import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';

/** What was found to be gone when a complete sweep replaced another list. */
export type UnlikesRow = {
  readonly modelUid: ModelUid;
  /** The sweep that had them no more. */
  readonly sweep: number;
  readonly userUids: readonly UserUid[];
  readonly noticedAt: number;
};

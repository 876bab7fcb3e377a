import type { UserUid } from '../sketchfab/user-uid';

/** A user and the number of captured models whose current list of likes names them; gone when that is 0. */
export type UserRow = {
  readonly uid: UserUid;
  readonly models: number;
};

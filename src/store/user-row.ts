import type { UserUid } from '../sketchfab/user-uid';

/** A user and the number of captured models whose current list of likes names them; gone when that is 0. */
export type UserRow = {
  readonly uid: UserUid;
  readonly models: number;
  /** For those who ask to be left out by name, and for the search of a dataset for names. Never in a dataset. */
  readonly username: string | null;
};

import type { UserUid } from '../../sketchfab/user-uid';
import type { StringList } from '../columns/string-list';
import type { Uint32List } from '../columns/uint32-list';
import type { PackedModels } from './packed-models';

/**
 * Everything an export needs from a store, as far as it was read. Numbers and bytes only, so that one worker can transfer
 * it to the next without a copy. A crawl that continues meanwhile does not change it.
 */
export type Snapshot = {
  readonly models: PackedModels;
  readonly likes: PackedLikes;
  readonly users: PackedUsers;
  /** Requests that the crawl sent to the site in total. */
  readonly requests: number;
  /** Everything was read. */
  readonly isComplete: boolean;
};

export type PackedLikes = {
  /** The users of model m are `users[starts[m]]` up to but not including `users[starts[m + 1]]`. */
  readonly starts: Uint32Array;
  /** Indices into `userUids`, unique within a model. */
  readonly users: Uint32List;
  /** Distinct users in crawl order. */
  readonly userUids: StringList<UserUid>;
  /** For each like that was seen again on another page of the same list: its index in `users`. */
  readonly repeats: Uint32List;
  /** By model index: when the first and the last page of its likes were read, in ms since 1970; NaN if none was. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

export type PackedUsers = {
  /** Users who are in no list of likes, or in one as well. Only for the leak scan. */
  readonly otherUserUids: StringList<UserUid>;
  /** The names of all users, in arbitrary order. */
  readonly usernames: StringList;
  /** The users named in `usernamesToFind`, with their names. */
  readonly found: readonly (readonly [UserUid, string])[];
  /** The last user read so far; null before the first. */
  readonly last: UserUid | null;
};

/** Drops the spare capacity, which can be as large as the content. */
export function trimSnapshot(snapshot: Snapshot): Snapshot {
  const { models, likes, users } = snapshot;
  return {
    ...snapshot,
    models: {
      ...models,
      uids: trimStrings(models.uids),
      words: trimStrings(models.words),
      texts: trimStrings(models.texts),
      runs: trimUint32s(models.runs),
    },
    likes: {
      ...likes,
      users: trimUint32s(likes.users),
      userUids: trimStrings(likes.userUids),
      repeats: trimUint32s(likes.repeats),
    },
    users: {
      ...users,
      otherUserUids: trimStrings(users.otherUserUids),
      usernames: trimStrings(users.usernames),
    },
  };
}

function trimStrings<Text extends string>({ length, bytes, starts }: StringList<Text>): StringList<Text> {
  return { length, bytes: bytes.slice(0, starts[length]), starts: starts.slice(0, length + 1) };
}

function trimUint32s({ length, values }: Uint32List): Uint32List {
  return { length, values: values.slice(0, length) };
}

import type { UserUid } from '../../sketchfab/user-uid';
import type { StringList } from '../columns/string-list';
import type { Uint32List } from '../columns/uint32-list';
import type { PackedModels } from './packed-models';

/**
 * All that an export needs of a store, as far as it is read. Nothing but numbers and bytes, so that one worker can hand
 * it to the next without a copy, and a crawl that goes on meanwhile changes nothing of it.
 */
export type Snapshot = {
  readonly models: PackedModels;
  readonly likes: PackedLikes;
  readonly people: PackedPeople;
  /** Requests that the crawl sent to the site, all told. */
  readonly requests: number;
  readonly isWhole: boolean;
};

export type PackedLikes = {
  /** The users of model m are `users[starts[m]]` up to, not with, `users[starts[m + 1]]`. */
  readonly starts: Uint32Array;
  /** Places in `userUids`, unique within a model. */
  readonly users: Uint32List;
  /** Each user once, in the order of the crawl. */
  readonly userUids: StringList<UserUid>;
  readonly duplicates: number;
  /** When the first and the last page of a model's likes were read, ms since 1970; NaN where none was. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

export type PackedPeople = {
  /** Of everybody, in no order that means anything. */
  readonly usernames: StringList;
  /** Whose names are among those that were asked for. */
  readonly asked: readonly (readonly [UserUid, string])[];
  /** The last who was read; `null` before the first. */
  readonly last: UserUid | null;
};

/** Without the room for more, which nothing is put into any longer. It can be as much as what is there. */
export function trimmed(snapshot: Snapshot): Snapshot {
  const { models, likes, people } = snapshot;
  return {
    ...snapshot,
    models: {
      ...models,
      uids: trimStrings(models.uids),
      words: trimStrings(models.words),
      texts: trimStrings(models.texts),
      runs: trimUint32s(models.runs),
    },
    likes: { ...likes, users: trimUint32s(likes.users), userUids: trimStrings(likes.userUids) },
    people: { ...people, usernames: trimStrings(people.usernames) },
  };
}

function trimStrings<Text extends string>({ length, bytes, starts }: StringList<Text>): StringList<Text> {
  return { length, bytes: bytes.slice(0, starts[length]), starts: starts.slice(0, length + 1) };
}

function trimUint32s({ length, values }: Uint32List): Uint32List {
  return { length, values: values.slice(0, length) };
}

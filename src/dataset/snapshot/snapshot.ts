import type { UserUid } from '../../sketchfab/user-uid';
import type { TextList } from '../columns/string-list';
import type { IndexList } from '../columns/uint32-list';
import type { PackedModels } from './packed-models';

/**
 * All that an export needs of a store, as far as it is read. Nothing but numbers and bytes, so that one worker can hand
 * it to the next without a copy, and a crawl that goes on meanwhile changes nothing of it.
 */
export type Harvest = {
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
  readonly users: IndexList;
  /** Each user once, in the order of the crawl. */
  readonly userUids: TextList<UserUid>;
  readonly duplicates: number;
  /** When the first and the last page of a model's likes were read, ms since 1970; NaN where none was. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

export type PackedPeople = {
  /** Of everybody, in no order that means anything. */
  readonly usernames: TextList;
  /** Whose names are among those that were asked for. */
  readonly asked: readonly (readonly [UserUid, string])[];
  /** The last who was read; `null` before the first. */
  readonly last: UserUid | null;
};

/** Without the room for more, which nothing is put into any longer. It can be as much as what is there. */
export function trimmed(harvest: Harvest): Harvest {
  const { models, likes, people } = harvest;
  return {
    ...harvest,
    models: {
      ...models,
      uids: withoutRoom(models.uids),
      names: withoutRoom(models.names),
      thumbnails: withoutRoom(models.thumbnails),
      words: withoutRoom(models.words),
      labels: withoutRoomBehind(models.labels),
    },
    likes: { ...likes, users: withoutRoomBehind(likes.users), userUids: withoutRoom(likes.userUids) },
    people: { ...people, usernames: withoutRoom(people.usernames) },
  };
}

function withoutRoom<Text extends string>({ length, bytes, starts }: TextList<Text>): TextList<Text> {
  return { length, bytes: bytes.slice(0, starts[length]), starts: starts.slice(0, length + 1) };
}

function withoutRoomBehind({ length, values }: IndexList): IndexList {
  return { length, values: values.slice(0, length) };
}

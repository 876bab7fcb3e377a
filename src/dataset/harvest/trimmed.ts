import type { IndexList } from '../index-list';
import type { TextList } from '../text-list';
import type { Harvest } from './harvest';

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

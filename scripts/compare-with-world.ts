import { isListed } from '../practice/list-models';
import type { World } from '../practice/world/world';
import type { ReadDataset } from './read-dataset';

/** Returns how the dataset differs from the lists of the practice world; empty if it does not. */
export function compareWithWorld(dataset: ReadDataset, world: World): string[] {
  const people = new Set<string>();
  const wrong = dataset.modelUids.flatMap((uid) => {
    const model = world.findModel(uid);
    if (!model) return [`${uid} is in the zip, and no model of the world`];
    const likers = world.likersOf(model);
    for (const liker of likers) people.add(liker.uid);
    const found = dataset.likesOf.get(uid) ?? 0;
    return found === likers.length ? [] : [`${uid} has ${likers.length} likes, and ${found} in the zip`];
  });
  const strangers = [...dataset.likesOf.keys()].filter((uid) => !dataset.modelUids.includes(uid));
  const all = Array.from({ length: world.modelCount }, (_, index) => world.modelAt(index));
  const missed = all.filter((model) => isListed(model) && !dataset.modelUids.includes(model.uid));
  const users =
    dataset.users === people.size
      ? []
      : [`${people.size} users in the world, but ${dataset.users} in the zip`];
  return [
    ...wrong,
    ...missed.map(({ uid }) => `${uid} is in the lists, but not in the zip`),
    ...strangers.map((uid) => `${uid} has likes, but no row of its own`),
    ...users,
  ];
}

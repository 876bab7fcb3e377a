import type { BinaryMatrix } from '../../src/recommend/matrix/binary-matrix';
import { matrixOfRows } from '../../src/recommend/matrix/matrix-of-rows';
import { createRandom, type Random } from '../../src/recommend/numeric/random';

export type WorldSize = {
  readonly users: number;
  readonly items: number;
  readonly likes: number;
  /** The number of tastes. Users mostly like items of their own taste. */
  readonly groups: number;
  readonly seed: number;
};

export type PlantedWorld = {
  readonly likes: BinaryMatrix;
  /** Items by tags: group g has the tags 2g and 2g + 1, and half of all items have the last tag. */
  readonly itemTags: BinaryMatrix;
  readonly groupOfUser: (user: number) => number;
  readonly groupOfItem: (item: number) => number;
};

/** The probability that a like goes to an item of the user's own group. */
const ownShare = 0.8;

/**
 * Likes with long tails on both sides and a taste planted in them. Item i belongs to group i modulo `groups`, and so
 * does each user, so that a popular item of another group is what a recommender without taste would offer.
 */
export function plantWorld({ users, items, likes, groups, seed }: WorldSize): PlantedWorld {
  const random = createRandom(seed);
  const rows = Array.from({ length: users }, () => new Set<number>());
  const groupOf = (index: number) => index % groups;
  const perGroup = Math.floor(items / groups);
  const places = Uint32Array.from({ length: users }, (_, user) => user);
  shuffle(places, random);

  // Everyone has a like; the rest goes to a few who have many.
  let made = 0;
  for (let tries = 0; made < likes; tries += 1) {
    if (tries === 100 * likes)
      throw new RangeError(`${likes} likes do not fit between ${users} and ${items}`);
    const user = made < users ? made : places[longerTail(random, users)]!;
    const rank = longTail(random, perGroup);
    const group = random.uniform() < ownShare ? groupOf(user) : random.below(groups);
    const row = rows[user]!;
    if (row.size >= items / 4 || row.has(rank * groups + group)) continue;
    row.add(rank * groups + group);
    made += 1;
  }
  return {
    likes: matrixOfRows(users, items, (user) => rows[user]!),
    itemTags: matrixOfRows(items, 2 * groups + 1, (item) => tagsOf(groupOf(item), groups, random)),
    groupOfUser: groupOf,
    groupOfItem: groupOf,
  };
}

/** Favours small numbers by a cube, so that a tenth of the numbers has about half of the probability. */
function longTail(random: Random, limit: number): number {
  const uniform = random.uniform();
  return Math.floor(limit * uniform * uniform * uniform);
}

/** A fourth power, so that a few users have thousands of likes. */
function longerTail(random: Random, limit: number): number {
  const uniform = random.uniform();
  return Math.floor(limit * uniform * uniform * uniform * uniform);
}

function* tagsOf(group: number, groups: number, random: Random): Iterable<number> {
  if (random.uniform() < 0.7) yield 2 * group;
  if (random.uniform() < 0.4) yield 2 * group + 1;
  if (random.uniform() < 0.5) yield 2 * groups;
}

function shuffle(values: Uint32Array, random: Random): void {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [values[at], values[other]] = [values[other]!, values[at]!];
  }
}

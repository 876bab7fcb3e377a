import { createBestScores, offer, takeBest } from '../best-scores';
import type { Computation } from '../computation/computation';
import { rowOf } from '../matrix/binary-matrix';
import type { Scorer } from '../scorer';
import type { EvaluationPart } from '../splits/split';

/** The best items of each user of a part, out of all items. */
export type RankedLists = {
  /** Places kept for each list. */
  readonly length: number;
  /** List after list, best first. */
  readonly items: Uint32Array;
  /** How many places of each list hold an item: fewer than `length` only where there are no more items. */
  readonly sizes: Uint32Array;
  /** The share of all places for which the recommender had no item, so that a popular one took it. */
  readonly filledShare: number;
};

export type RankedListsOptions = {
  readonly length: number;
  /** All items, the most popular first: they fill the places for which a recommender has none. */
  readonly popular: Uint32Array;
  /** Whether items that the user is known to like are left out. rec-a-sketch kept them in. @default true */
  readonly hidesKnown?: boolean;
};

/** Scores all items for each user; nothing is sampled. Of equal scores the smaller index comes first. */
export function* rankLists(
  scorer: Scorer,
  { users, known }: Pick<EvaluationPart, 'users' | 'known'>,
  { length, popular, hidesKnown = true }: RankedListsOptions,
): Computation<RankedLists> {
  const items = new Uint32Array(users.length * length);
  const sizes = new Uint32Array(users.length);
  const scores = new Float64Array(scorer.itemCount);
  const best = createBestScores(length);
  let filled = 0;

  for (let row = 0; row < users.length; row += 1) {
    const liked = rowOf(known, row);
    scorer.score(users[row]!, liked, scores);
    const left = hidesKnown ? liked : liked.subarray(0, 0);
    for (const item of left) scores[item] = -Infinity;
    for (let item = 0; item < scores.length; item += 1) {
      if (scores[item]! > scorer.minScore) offer(best, item, scores[item]!);
    }
    const list = items.subarray(row * length, (row + 1) * length);
    const ranked = takeBest(best).items;
    list.set(ranked);
    sizes[row] = fillUp(list, ranked.length, popular, new Set(left));
    filled += sizes[row]! - ranked.length;
    yield (row + 1) / users.length;
  }
  const places = sizes.reduce((sum, size) => sum + size, 0);
  return { length, items, sizes, filledShare: places === 0 ? 0 : filled / places };
}

/** Fills a list with popular items that are neither in it nor left out, and tells its size. */
function fillUp(list: Uint32Array, size: number, popular: Uint32Array, leftOut: Set<number>): number {
  if (size === list.length) return size;
  for (const item of list.subarray(0, size)) leftOut.add(item);
  let next = size;
  for (const item of popular) {
    if (next === list.length) break;
    if (leftOut.has(item)) continue;
    list[next] = item;
    next += 1;
  }
  return next;
}

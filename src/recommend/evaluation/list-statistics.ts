import { rowLengths } from '../matrix/binary-matrix';
import type { Interactions } from '../matrix/interactions';
import { log2 } from '../numeric/portable-math';
import type { RankedLists } from './ranked-lists';

/** What kind of items the first k places hold, whether or not anybody likes them. */
export type ListStatistics = {
  /** The share of all items that are in some list. */
  readonly coverage: number;
  /** How unevenly the places go to the items: 0 for all alike, near 1 for few that have them all. */
  readonly gini: number;
  /** The mean of -log2(n / U), for an item with n of U users in training. One that nobody likes counts as with one. */
  readonly novelty: number;
  /** The mean number of training likes. */
  readonly popularity: number;
};

/** NaN throughout where the lists hold nothing. */
export function listStatistics(
  lists: RankedLists,
  { byUser, byItem }: Interactions,
  k: number,
): ListStatistics {
  const likes = rowLengths(byItem);
  const counts = new Uint32Array(byItem.rowCount);
  let places = 0;
  let novelty = 0;
  let popularity = 0;
  for (let row = 0; row < lists.sizes.length; row += 1) {
    for (let place = 0; place < Math.min(k, lists.sizes[row]!); place += 1) {
      const item = lists.items[row * lists.length + place]!;
      counts[item]! += 1;
      places += 1;
      novelty += log2(byUser.rowCount / Math.max(1, likes[item]!));
      popularity += likes[item]!;
    }
  }
  return {
    coverage: places === 0 ? NaN : counts.filter((count) => count > 0).length / counts.length,
    gini: giniOf(counts, places),
    novelty: novelty / places,
    popularity: popularity / places,
  };
}

/** sum (2i - I - 1) c_i / (I sum c), with counts c ascending, zeros among them, and i from 1. */
function giniOf(counts: Uint32Array, sum: number): number {
  let weighted = 0;
  counts.toSorted().forEach((count, at) => (weighted += (2 * (at + 1) - counts.length - 1) * count));
  return weighted / (counts.length * sum);
}

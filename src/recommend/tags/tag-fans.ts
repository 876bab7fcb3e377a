import { createBestScores, offer, takeBest } from '../best-scores';
import { rowLength, rowOf } from '../matrix/binary-matrix';
import type { Interactions } from '../matrix/interactions';
import type { Neighbours } from '../neighbours/neighbour-rule';

/** As if so many more people liked each item who like nothing of the tag: it takes away from items with few likes. */
const damping = 5;

/** A tag on fewer liked items says too little about taste. */
export const fewestTagged = 5;

export type TagFans = {
  /**
   * The items that are liked by those who like the tag, best first, whether or not they carry it: the cosine of an item's
   * likes with the sum of y / |y| over the likes y of the tag's items. An item has no part in the sum that it is compared with.
   */
  readonly nearest: (limit: number) => Neighbours;
  /** How many of those who like an item also like another one that carries the tag. */
  readonly countFans: (item: number) => number;
};

/**
 * Who likes the items of a tag, and what else they like. The same formula as `tagVectors`, with likes in place of factors,
 * so that it needs no training and costs one pass over the likes.
 * @param tagged the items that carry the tag.
 */
export function tagFans({ byUser, byItem }: Interactions, tagged: Uint32Array): TagFans {
  const isTagged = new Uint8Array(byItem.rowCount);
  const likedTagged = new Uint32Array(byUser.rowCount);
  const weights = new Float64Array(byUser.rowCount);
  for (const item of tagged) {
    isTagged[item] = 1;
    for (const user of rowOf(byItem, item)) {
      likedTagged[user]! += 1;
      weights[user]! += 1 / Math.sqrt(rowLength(byItem, item));
    }
  }
  const norm = weights.reduce((sum, weight) => sum + weight * weight, 0);

  function scoreOf(item: number): number {
    const likes = rowLength(byItem, item);
    let sum = 0;
    for (const user of rowOf(byItem, item)) sum += weights[user]!;
    // Its own share of the sum: 1 / sqrt(likes) from each who likes it.
    const own = isTagged[item]!;
    const product = sum - own * Math.sqrt(likes);
    const rest = norm - (own * 2 * sum) / Math.sqrt(likes) + own;
    return product <= 0 || rest <= 0 ? 0 : product / Math.sqrt((likes + damping) * rest);
  }

  return {
    nearest(limit) {
      const best = createBestScores(Math.min(limit, byItem.rowCount));
      for (let item = 0; item < byItem.rowCount; item += 1) {
        if (rowLength(byItem, item) === 0) continue;
        const score = scoreOf(item);
        // What is left of a sum that should be 0 is a rounding error.
        if (score > 1e-9) offer(best, item, score);
      }
      return takeBest(best);
    },
    countFans(item) {
      let fans = 0;
      for (const user of rowOf(byItem, item)) if (likedTagged[user]! > isTagged[item]!) fans += 1;
      return fans;
    },
  };
}

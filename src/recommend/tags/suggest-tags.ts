import { createBestScores, offer, takeBest } from '../best-scores';
import { rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import type { Neighbours } from '../neighbours/neighbour-rule';
import type { Factors } from '../wrmf/factors';
import { nearestRows } from './nearest-rows';

/**
 * Tags that an item does not carry, nearest first by the cosine of their vectors with its factors. Since it does not
 * carry them, it has no part in those vectors itself.
 */
export function suggestTags(
  vectors: Factors,
  factorsOfItem: Float64Array,
  ownTags: Uint32Array,
  limit: number,
): Neighbours {
  const own = new Set(ownTags);
  const others = Array.from({ length: vectors.rowCount }, (_, tag) => tag).filter((tag) => !own.has(tag));
  return nearestRows(vectors, factorsOfItem, others, limit);
}

/**
 * Tags that an item does not carry, by the votes of its neighbours: each counts by its score, and each tag by its
 * inverse document frequency. Needs no factors.
 * @param itemTags items by tags.
 */
export function suggestTagsByVotes(
  neighbours: Neighbours,
  itemTags: BinaryMatrix,
  frequencies: Float64Array,
  ownTags: Uint32Array,
  limit: number,
): Neighbours {
  const votes = new Map<number, number>();
  neighbours.items.forEach((item, at) => {
    for (const tag of rowOf(itemTags, item)) votes.set(tag, (votes.get(tag) ?? 0) + neighbours.scores[at]!);
  });
  for (const tag of ownTags) votes.delete(tag);
  const best = createBestScores(limit);
  for (const [tag, sum] of votes) offer(best, tag, sum * frequencies[tag]!);
  return takeBest(best);
}

import { createBestScores, offer, takeBest } from '../best-scores';
import type { Neighbours } from '../neighbours/neighbour-rule';
import { dotRow, lengthOf, type Factors } from '../wrmf/factors';

/** Those of the given rows whose cosine with a vector is highest, best first; rows of zeros are near to nothing. */
export function nearestRows(
  factors: Factors,
  vector: Float64Array,
  rows: Iterable<number>,
  limit: number,
): Neighbours {
  const best = createBestScores(limit);
  const own = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  for (const row of rows) {
    const lengths = own * lengthOf(factors, row);
    if (lengths > 0) offer(best, row, dotRow(factors, row, vector) / lengths);
  }
  return takeBest(best);
}

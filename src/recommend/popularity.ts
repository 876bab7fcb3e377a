import { rowLengths } from './matrix/binary-matrix';
import type { Interactions } from './matrix/interactions';
import type { Scorer } from './scorer';

/** Each item by its likes, for everybody the same. */
export function popularityScorer({ byItem }: Interactions): Scorer {
  const likes = rowLengths(byItem);
  return { itemCount: byItem.rowCount, minScore: -1, score: (_user, _liked, scores) => scores.set(likes) };
}

/** All items, the most liked first; of equally liked ones the smaller index. */
export function itemsByPopularity({ byItem }: Interactions): Uint32Array {
  const likes = rowLengths(byItem);
  return Uint32Array.from(likes.keys()).sort((a, b) => likes[b]! - likes[a]! || a - b);
}

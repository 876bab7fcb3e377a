import { rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import type { Neighbours } from '../neighbours/neighbour-rule';
import { vectorOf, type Factors } from '../wrmf/factors';
import { nearestRows } from './nearest-rows';

/** The items of a tag that are most typical of it, by the cosine of their factors with its vector. @param byTag tags by items. */
export function typicalItems(
  items: Factors,
  vectors: Factors,
  byTag: BinaryMatrix,
  tag: number,
  limit: number,
): Neighbours {
  return nearestRows(items, vectorOf(vectors, tag), rowOf(byTag, tag), limit);
}

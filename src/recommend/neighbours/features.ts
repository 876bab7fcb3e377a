import { rowLengths, type BinaryMatrix } from '../matrix/binary-matrix';
import type { Interactions } from '../matrix/interactions';
import { transpose } from '../matrix/transpose';
import { log2 } from '../numeric/portable-math';

/** What items have in common: the users who like them, or the tags that they carry. */
export type Features = {
  /** Items by features. */
  readonly byItem: BinaryMatrix;
  /** Features by items. */
  readonly byFeature: BinaryMatrix;
  /** What one common feature adds to the inner product of two items: the square of its weight. Absent: 1 each. */
  readonly squares?: Float64Array;
};

/** Each user who likes an item counts 1. */
export function likesAsFeatures({ byItem, byUser }: Interactions): Features {
  return { byItem, byFeature: byUser };
}

/**
 * Each tag counts by its inverse document frequency, ln(I / n_g) for a tag on n_g of I items, times `weight`.
 * @param itemTags items by tags.
 */
export function tagsAsFeatures(itemTags: BinaryMatrix, weight = 1): Features {
  const byFeature = transpose(itemTags);
  const squares = inverseFrequencies(byFeature).map((idf) => weight * idf * (weight * idf));
  return { byItem: itemTags, byFeature, squares };
}

/** ln(I / n_g) of each tag; 0 for one that no item carries. @param byTag tags by items. */
export function inverseFrequencies(byTag: BinaryMatrix): Float64Array {
  return Float64Array.from(rowLengths(byTag), (n) => (n === 0 ? 0 : Math.LN2 * log2(byTag.columnCount / n)));
}

import { rowLength, rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import { lengthOf, zeroFactors, type Factors } from '../wrmf/factors';

/** A tag on fewer items says too little about taste. */
const fewestItems = 5;

/** As if each tag were on three more items that point nowhere: the more items carry it, the longer its vector. */
const damping = 3;

/**
 * A vector for each tag in the space of the items' factors: the sum of y / |y| over its items, divided by their number
 * plus 3. Tags on fewer than five items get zeros, and are near to nothing.
 * @param byTag tags by items.
 */
export function tagVectors(items: Factors, byTag: BinaryMatrix): Factors {
  const { width, values } = items;
  const vectors = zeroFactors(byTag.rowCount, width);
  const sum = new Float64Array(width);
  for (let tag = 0; tag < byTag.rowCount; tag += 1) {
    if (rowLength(byTag, tag) < fewestItems) continue;
    sum.fill(0);
    for (const item of rowOf(byTag, tag)) {
      const length = lengthOf(items, item);
      if (length === 0) continue;
      for (let at = 0; at < width; at += 1) sum[at]! += values[item * width + at]! / length;
    }
    const divisor = rowLength(byTag, tag) + damping;
    vectors.values.set(
      sum.map((value) => value / divisor),
      tag * width,
    );
  }
  return vectors;
}

/**
 * A vector for an item that nobody likes yet, out of its tags: the mean of theirs by inverse document frequency. Its
 * direction says what is near; its length means nothing.
 */
export function coldItemVector(
  vectors: Factors,
  tags: Iterable<number>,
  frequencies: Float64Array,
): Float64Array {
  const { width, values } = vectors;
  const mean = new Float64Array(width);
  let total = 0;
  for (const tag of tags) {
    const weight = frequencies[tag]!;
    total += weight;
    for (let at = 0; at < width; at += 1) mean[at]! += weight * values[tag * width + at]!;
  }
  return total === 0 ? mean : mean.map((value) => value / total);
}

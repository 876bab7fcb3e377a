import { offer } from '../best-scores';
import type { NeighbourRule } from '../neighbours/neighbour-rule';
import { dotRow, lengthOf, type Factors } from './factors';

/** Items by the cosine of their factors, as in rec-a-sketch. Only those that point the same way, more or less. */
export function factorsRule(items: Factors): NeighbourRule {
  const { rowCount, width, values } = items;
  const vector = new Float64Array(width);
  const lengths = Float64Array.from({ length: rowCount }, (_, item) => lengthOf(items, item));

  return {
    itemCount: rowCount,
    offerNeighbours(item, best) {
      // A model without likes has factors of 0, and is near to nothing.
      if (lengths[item] === 0) return;
      vector.set(values.subarray(item * width, (item + 1) * width));
      for (let other = 0; other < rowCount; other += 1) {
        const product = dotRow(items, other, vector);
        if (product > 0 && other !== item) offer(best, other, product / (lengths[item]! * lengths[other]!));
      }
    },
  };
}

import { offer } from '../best-scores';
import { rowLengths } from '../matrix/binary-matrix';
import type { Interactions } from '../matrix/interactions';
import { power } from '../numeric/portable-math';
import { addInnerProducts, clearInnerProducts, createInnerProducts } from './inner-products';
import type { NeighbourRule } from './neighbour-rule';

export type Rp3betaSettings = {
  /** Power of the steps' probabilities, 1 for a plain random walk. @default 1 */
  readonly alpha?: number;
  /** How much a popular item is held back, 0 for not at all. @default 0.6 */
  readonly beta?: number;
};

/**
 * A random walk of two steps from an item, over a user, to an item, with popular items held back:
 * w_ij = n_j^-beta * sum over common users u of (1 / (n_i n_u))^alpha (Paudel et al. 2017).
 */
export function rp3betaRule(
  { byUser, byItem }: Interactions,
  { alpha = 1, beta = 0.6 }: Rp3betaSettings = {},
): NeighbourRule {
  const itemCount = byItem.rowCount;
  const products = createInnerProducts(itemCount);
  // Items and users without likes are in no sum.
  const powers = (lengths: Uint32Array, exponent: number) =>
    Float64Array.from(lengths, (n) => (n === 0 ? 0 : power(n, -exponent)));
  const ofUser = powers(rowLengths(byUser), alpha);
  const ofSource = powers(rowLengths(byItem), alpha);
  const ofTarget = powers(rowLengths(byItem), beta);
  const features = { byItem, byFeature: byUser, squares: ofUser };

  return {
    itemCount,
    offerNeighbours(item, best) {
      addInnerProducts(products, item, features);
      const { sums, touched, count } = products;
      for (let at = 0; at < count; at += 1) {
        const other = touched[at]!;
        if (other !== item) offer(best, other, sums[other]! * ofTarget[other]! * ofSource[item]!);
      }
      clearInnerProducts(products);
    },
  };
}

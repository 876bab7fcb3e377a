import { lowestKept, offer } from '../best-scores';
import type { Features } from './features';
import { addInnerProducts, clearInnerProducts, createInnerProducts, squaredNorms } from './inner-products';
import type { NeighbourRule } from './neighbour-rule';

/**
 * The cosine of the items' rows of features, damped: <i, j> / (|i| |j| + shrinkage). With likes as features it is
 * c_ij / (sqrt(n_i n_j) + h), where c_ij counts the users who like both. Features of several kinds lie side by side in
 * one row: likes and weighted tags make the hybrid of Ferrari Dacrema et al. 2021.
 * @param shrinkage 0 or more; it takes away from pairs that have little in common.
 */
export function cosineRule(kinds: readonly Features[], shrinkage = 0): NeighbourRule {
  const itemCount = kinds[0]?.byItem.rowCount ?? 0;
  const products = createInnerProducts(itemCount);
  const norms = new Float64Array(itemCount);
  for (const kind of kinds) squaredNorms(kind).forEach((square, item) => (norms[item]! += square));
  const lengths = norms.map(Math.sqrt);

  return {
    itemCount,
    offerNeighbours(item, best) {
      for (const kind of kinds) addInnerProducts(products, item, kind);
      const { sums, touched, count } = products;
      const norm = norms[item]!;
      const length = lengths[item]!;
      let atLeast = aLittleUnder(lowestKept(best));
      for (let at = 0; at < count; at += 1) {
        const other = touched[at]!;
        // Most pairs have too little in common, which shows without a root and a division.
        if (sums[other]! < atLeast * (length * lengths[other]! + shrinkage) || other === item) continue;
        offer(best, other, sums[other]! / (Math.sqrt(norm * norms[other]!) + shrinkage));
        atLeast = aLittleUnder(lowestKept(best));
      }
      clearInnerProducts(products);
    },
  };
}

/** The quick test rounds otherwise than the score, so it lets through what is a hair too low. */
function aLittleUnder(score: number): number {
  return score === -Infinity ? 0 : score * (1 - 1e-12);
}

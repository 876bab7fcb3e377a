import type { Features } from './features';

/**
 * The inner products of one item with all others: a dense row of sums, and the list of the places that are not 0.
 * One of these is used for all rows, one after the other.
 */
export type InnerProducts = {
  readonly sums: Float64Array;
  /** The first `count` are the items whose sum is not 0, the item itself among them, in no order. */
  readonly touched: Uint32Array;
  count: number;
};

export function createInnerProducts(itemCount: number): InnerProducts {
  return { sums: new Float64Array(itemCount), touched: new Uint32Array(itemCount), count: 0 };
}

/** Adds those of `item`; the work is the sum, over its features, of how many items have each. */
export function addInnerProducts(products: InnerProducts, item: number, features: Features): void {
  const { sums, touched } = products;
  const { byItem, byFeature, squares } = features;
  const { starts, columns } = byFeature;
  let { count } = products;
  for (let at = byItem.starts[item]!; at < byItem.starts[item + 1]!; at += 1) {
    const feature = byItem.columns[at]!;
    const square = squares === undefined ? 1 : squares[feature]!;
    if (square === 0) continue;
    const end = starts[feature + 1]!;
    for (let other = starts[feature]!; other < end; other += 1) {
      const place = columns[other]!;
      const sum = sums[place]!;
      if (sum === 0) {
        touched[count] = place;
        count += 1;
      }
      sums[place] = sum + square;
    }
  }
  products.count = count;
}

/** Back to all zeros. */
export function clearInnerProducts(products: InnerProducts): void {
  for (let at = 0; at < products.count; at += 1) products.sums[products.touched[at]!] = 0;
  products.count = 0;
}

/** The inner product of each item with itself. */
export function squaredNorms({ byItem, squares }: Features): Float64Array {
  const norms = new Float64Array(byItem.rowCount);
  for (let item = 0; item < byItem.rowCount; item += 1) {
    let sum = 0;
    for (let at = byItem.starts[item]!; at < byItem.starts[item + 1]!; at += 1)
      sum += squares === undefined ? 1 : squares[byItem.columns[at]!]!;
    norms[item] = sum;
  }
  return norms;
}

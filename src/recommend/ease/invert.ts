import { partOf, type Computation } from '../computation/computation';
import { addTileProduct, decomposeTile, invertTile, tileArea, transposeTile } from './tile-kernels';
import { tileAt, type Tiles } from './tiles';

/**
 * Inverts a positive definite matrix in its own place: L L' = A by Cholesky, then M = L^-1, then A^-1 = M' M.
 * N^3 / 2 multiplications for N lines, a third of them in each step.
 */
export function* invertInPlace(tiles: Tiles): Computation<void> {
  const spare = { tile: new Float64Array(tileArea), other: new Float64Array(tileArea) };
  yield* partOf(decompose(tiles, spare), 0, 1 / 3);
  yield* partOf(invertLower(tiles, spare), 1 / 3, 2 / 3);
  yield* partOf(multiplyByTranspose(tiles, spare), 2 / 3, 1);
}

type Spare = { readonly tile: Float64Array; readonly other: Float64Array };

/** A becomes L. The diagonal holds the inverse of its tiles meanwhile, which is what the tiles below are multiplied by. */
function* decompose(tiles: Tiles, { tile: transposed, other: product }: Spare): Computation<void> {
  const { count } = tiles;
  for (let k = 0; k < count; k += 1) {
    for (let i = k; i < count; i += 1) {
      const target = tileAt(tiles, i, k);
      for (let j = 0; j < k; j += 1) {
        transposeTile(tileAt(tiles, k, j), transposed);
        addTileProduct(target, tileAt(tiles, i, j), transposed, -1);
      }
      if (i === k) {
        decomposeTile(target);
        invertTile(target);
      } else {
        // L_ik = A_ik (L_kk^-1)'
        transposeTile(tileAt(tiles, k, k), transposed);
        product.fill(0);
        addTileProduct(product, target, transposed, 1);
        target.set(product);
      }
      yield cubeOf((k + (i - k) / count) / count);
    }
  }
}

/**
 * L becomes M: M_ij = -(sum over j < k <= i of M_ik L_kj) M_jj, where the diagonal is inverted already. Columns from the
 * right and rows from below, so that what is still needed of L is not yet overwritten.
 */
function* invertLower(tiles: Tiles, { tile: sum }: Spare): Computation<void> {
  const { count } = tiles;
  for (let j = count - 1; j >= 0; j -= 1) {
    for (let i = count - 1; i > j; i -= 1) {
      const target = tileAt(tiles, i, j);
      sum.fill(0);
      for (let k = j + 1; k <= i; k += 1) addTileProduct(sum, tileAt(tiles, i, k), tileAt(tiles, k, j), -1);
      target.fill(0);
      addTileProduct(target, sum, tileAt(tiles, j, j), 1);
      yield cubeOf(1 - (j + (i - j) / count) / count);
    }
  }
}

/** M becomes M' M: rows from above, and in a row the diagonal last, since all of the row needs it. */
function* multiplyByTranspose(tiles: Tiles, { tile: sum }: Spare): Computation<void> {
  const { count } = tiles;
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      sum.fill(0);
      for (let k = i; k < count; k += 1)
        addTileProduct(sum, tileAt(tiles, k, i), tileAt(tiles, k, j), 1, 'transposed');
      tileAt(tiles, i, j).set(sum);
      yield (i + j / count) / count;
    }
  }
}

/** The work of line k grows with k squared, roughly. */
function cubeOf(share: number): number {
  return share * share * share;
}

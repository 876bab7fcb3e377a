/** Lines and columns of a tile. Three tiles of 32 by 32 doubles are 24 KiB, which a processor's first cache holds. */
export const tileSize = 32;

export const tileArea = tileSize * tileSize;

/** target += sign A B. Rows of A are read by number, so that A' B needs no copy: pass `transposed`. */
export function addTileProduct(
  target: Float64Array,
  a: Float64Array,
  b: Float64Array,
  sign: 1 | -1,
  transposed: 'plain' | 'transposed' = 'plain',
): void {
  const rowStep = transposed === 'plain' ? tileSize : 1;
  const sumStep = transposed === 'plain' ? 1 : tileSize;
  for (let row = 0; row < tileSize; row += 2) {
    const line1 = row * tileSize;
    const line2 = line1 + tileSize;
    // Two rows by four products at a time: a read of B serves twice, one of the target four times.
    for (let k = 0; k < tileSize; k += 4) {
      const at1 = row * rowStep + k * sumStep;
      const at2 = at1 + rowStep;
      const a10 = sign * a[at1]!;
      const a11 = sign * a[at1 + sumStep]!;
      const a12 = sign * a[at1 + 2 * sumStep]!;
      const a13 = sign * a[at1 + 3 * sumStep]!;
      const a20 = sign * a[at2]!;
      const a21 = sign * a[at2 + sumStep]!;
      const a22 = sign * a[at2 + 2 * sumStep]!;
      const a23 = sign * a[at2 + 3 * sumStep]!;
      const line = k * tileSize;
      for (let column = 0; column < tileSize; column += 1) {
        const b0 = b[line + column]!;
        const b1 = b[line + tileSize + column]!;
        const b2 = b[line + 2 * tileSize + column]!;
        const b3 = b[line + 3 * tileSize + column]!;
        target[line1 + column]! += a10 * b0 + a11 * b1 + a12 * b2 + a13 * b3;
        target[line2 + column]! += a20 * b0 + a21 * b1 + a22 * b2 + a23 * b3;
      }
    }
  }
}

/** The transpose of a tile, into another. */
export function transposeTile(tile: Float64Array, into: Float64Array): void {
  for (let i = 0; i < tileSize; i += 1) {
    for (let j = 0; j < tileSize; j += 1) into[j * tileSize + i] = tile[i * tileSize + j]!;
  }
}

/** A symmetric tile becomes its Cholesky factor L, with zeros above the diagonal. */
export function decomposeTile(tile: Float64Array): void {
  for (let i = 0; i < tileSize; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = tile[i * tileSize + j]!;
      for (let k = 0; k < j; k += 1) sum -= tile[i * tileSize + k]! * tile[j * tileSize + k]!;
      if (i > j) tile[i * tileSize + j] = sum / tile[j * tileSize + j]!;
      // A negated comparison, so that NaN is refused too.
      else if (!(sum > 0)) throw new RangeError('the matrix is not positive definite');
      else tile[i * tileSize + i] = Math.sqrt(sum);
    }
    tile.fill(0, i * tileSize + i + 1, (i + 1) * tileSize);
  }
}

/** A lower triangular tile becomes its inverse. */
export function invertTile(tile: Float64Array): void {
  const lower = tile.slice(0, tileArea);
  tile.fill(0);
  for (let j = 0; j < tileSize; j += 1) {
    for (let i = j; i < tileSize; i += 1) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k += 1) sum -= lower[i * tileSize + k]! * tile[k * tileSize + j]!;
      tile[i * tileSize + j] = sum / lower[i * tileSize + i]!;
    }
  }
}

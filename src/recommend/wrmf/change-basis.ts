import type { Computation } from '../computation/computation';
import type { Factors } from './factors';

const rowsAtOnce = 4;

/**
 * Writes every row of factors in another basis: the new numbers are its inner products with the `vectors`, one a row.
 * Done to users and items alike, with vectors at right angles, it changes no x.y.
 */
export function* changeBasis({ rowCount, width, values }: Factors, vectors: Float64Array): Computation<void> {
  const old = new Float64Array(rowsAtOnce * width);
  for (let row = 0; row < rowCount; row += rowsAtOnce) {
    const start = row * width;
    const end = Math.min(start + rowsAtOnce * width, values.length);
    // What is left in `old` of rows before fills up the last block; nothing of it is written.
    old.set(values.subarray(start, end));
    changeRows(old, vectors, width, values.subarray(start, end));
    yield row / rowCount;
  }
}

/** Four rows by two vectors at a time, so that eight sums need six reads. Writes past the end of `rows` go nowhere. */
function changeRows(old: Float64Array, vectors: Float64Array, width: number, rows: Float32Array): void {
  const b = width;
  const c = 2 * width;
  const d = 3 * width;
  for (let vector = 0; vector < width; vector += 2) {
    const line = vector * width;
    // Of an odd number of vectors the last is taken twice.
    const second = Math.min(vector + 1, width - 1);
    const secondLine = second * width;
    let a1 = 0;
    let b1 = 0;
    let c1 = 0;
    let d1 = 0;
    let a2 = 0;
    let b2 = 0;
    let c2 = 0;
    let d2 = 0;
    for (let at = 0; at < width; at += 1) {
      const value1 = vectors[line + at]!;
      const value2 = vectors[secondLine + at]!;
      const onA = old[at]!;
      const onB = old[b + at]!;
      const onC = old[c + at]!;
      const onD = old[d + at]!;
      a1 += onA * value1;
      b1 += onB * value1;
      c1 += onC * value1;
      d1 += onD * value1;
      a2 += onA * value2;
      b2 += onB * value2;
      c2 += onC * value2;
      d2 += onD * value2;
    }
    rows[vector] = a1;
    rows[b + vector] = b1;
    rows[c + vector] = c1;
    rows[d + vector] = d1;
    rows[second] = a2;
    rows[b + second] = b2;
    rows[c + second] = c2;
    rows[d + second] = d2;
  }
}

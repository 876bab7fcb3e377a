import type { Computation } from '../computation/computation';
import type { Factors } from './factors';

const rowsBetweenPauses = 512;

/** `scale` times Y'Y, the sum over all rows of y y', as a dense symmetric matrix of width by width. */
export function* gramMatrix({ rowCount, width, values }: Factors, scale: number): Computation<Float64Array> {
  const gram = new Float64Array(width * width);
  for (let from = 0; from < rowCount; from += rowsBetweenPauses) {
    addProducts(gram, values, width, from, Math.min(from + rowsBetweenPauses, rowCount));
    yield from / rowCount;
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      gram[i * width + j]! *= scale;
      gram[j * width + i] = gram[i * width + j]!;
    }
  }
  return gram;
}

/** Adds the lower triangle of y y' for rows `from` up to, not with, `to`; four rows at a time go over the matrix once. */
export function addProducts(
  gram: Float64Array,
  values: Float32Array,
  width: number,
  from: number,
  to: number,
): void {
  let row = from;
  for (; row + 3 < to; row += 4) {
    const a = row * width;
    const b = a + width;
    const c = b + width;
    const d = c + width;
    for (let i = 0; i < width; i += 1) {
      const ai = values[a + i]!;
      const bi = values[b + i]!;
      const ci = values[c + i]!;
      const di = values[d + i]!;
      const line = i * width;
      for (let j = 0; j <= i; j += 1)
        gram[line + j]! +=
          ai * values[a + j]! + bi * values[b + j]! + ci * values[c + j]! + di * values[d + j]!;
    }
  }
  for (; row < to; row += 1) {
    const start = row * width;
    for (let i = 0; i < width; i += 1) {
      const value = values[start + i]!;
      for (let j = 0; j <= i; j += 1) gram[i * width + j]! += value * values[start + j]!;
    }
  }
}

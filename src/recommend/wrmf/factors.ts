import type { Random } from '../numeric/random';

/** A row of `width` numbers for each user, or for each item. */
export type Factors = {
  readonly rowCount: number;
  readonly width: number;
  /** Row after row. Single precision halves the memory; all that is computed from it is in double. */
  readonly values: Float32Array;
};

export function zeroFactors(rowCount: number, width: number): Factors {
  return { rowCount, width, values: new Float32Array(rowCount * width) };
}

/**
 * Factors to start from: even chance with the deviation that Rendle et al. use, 0.1 / sqrt(width). They draw from a
 * normal distribution, which takes a logarithm; engines differ in that.
 */
export function drawFactors(rowCount: number, width: number, random: Random): Factors {
  const factors = zeroFactors(rowCount, width);
  const largest = 0.1 * Math.sqrt(3 / width);
  for (let at = 0; at < factors.values.length; at += 1)
    factors.values[at] = largest * (2 * random.uniform() - 1);
  return factors;
}

/** A row, as a copy in double precision. */
export function vectorOf({ width, values }: Factors, row: number): Float64Array {
  return Float64Array.from(values.subarray(row * width, (row + 1) * width));
}

/** The length |y| of a row. */
export function lengthOf({ width, values }: Factors, row: number): number {
  let square = 0;
  for (let at = row * width; at < (row + 1) * width; at += 1) square += values[at]! * values[at]!;
  return Math.sqrt(square);
}

/** The inner product of a row with a vector. */
export function dotRow({ width, values }: Factors, row: number, vector: Float64Array): number {
  const start = row * width;
  let even = 0;
  let odd = 0;
  let at = 0;
  for (; at + 1 < width; at += 2) {
    even += values[start + at]! * vector[at]!;
    odd += values[start + at + 1]! * vector[at + 1]!;
  }
  if (at < width) even += values[start + at]! * vector[at]!;
  return even + odd;
}

/** Adds `scale` times a row to a vector. */
export function addRow({ width, values }: Factors, row: number, scale: number, vector: Float64Array): void {
  const start = row * width;
  for (let at = 0; at < width; at += 1) vector[at]! += scale * values[start + at]!;
}

import type { Computation } from '../computation/computation';

export type Eigenvectors = {
  readonly values: Float64Array;
  /** One eigenvector a row, of length 1, at right angles to the others. */
  readonly vectors: Float64Array;
};

// Quadratic near the end; ten sweeps are plenty for a few hundred numbers, and the bound keeps NaN from going on for ever.
const mostSweeps = 30;

/** Eigenvectors of a dense symmetric matrix by Jacobi's cyclic rotations. The matrix is used up. */
export function* eigenvectors(matrix: Float64Array, width: number): Computation<Eigenvectors> {
  const vectors = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) vectors[i * width + i] = 1;
  const small = 1e-15 * Math.sqrt(squaresOf(matrix));

  for (let sweep = 0; sweep < mostSweeps && largestOffDiagonal(matrix, width) > small; sweep += 1) {
    for (let p = 0; p < width; p += 1) {
      for (let q = p + 1; q < width; q += 1) rotate(matrix, vectors, width, p, q);
    }
    yield Math.min(sweep / 10, 1);
  }
  return { values: Float64Array.from({ length: width }, (_, i) => matrix[i * width + i]!), vectors };
}

/** Makes the entry (p, q) zero, by a rotation of lines and columns p and q. */
function rotate(matrix: Float64Array, vectors: Float64Array, width: number, p: number, q: number): void {
  const entry = matrix[p * width + q]!;
  if (entry === 0) return;
  const slope = (matrix[q * width + q]! - matrix[p * width + p]!) / (2 * entry);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let at = 0; at < width; at += 1) turn(matrix, at * width + p, at * width + q, cosine, sine);
  for (let at = 0; at < width; at += 1) turn(matrix, p * width + at, q * width + at, cosine, sine);
  for (let at = 0; at < width; at += 1) turn(vectors, p * width + at, q * width + at, cosine, sine);
}

function turn(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
  const first = values[a]!;
  const second = values[b]!;
  values[a] = cosine * first - sine * second;
  values[b] = sine * first + cosine * second;
}

function squaresOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

function largestOffDiagonal(matrix: Float64Array, width: number): number {
  let largest = 0;
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) largest = Math.max(largest, Math.abs(matrix[i * width + j]!));
  }
  return largest;
}

import { addRow, type Factors } from './factors';
import { addProducts } from './gram';
import type { RowSolver } from './row-solver';

// Copied side by side, so that they can be added several at a time.
const rowsAtOnce = 64;

/**
 * Cholesky's decomposition: width^2 n / 2 + width^3 / 6 multiplications for n likes. The estimate is not used.
 * @param gram alpha0 Y'Y, dense.
 */
export function createExactSolver(fixed: Factors, gram: Float64Array, target: number): RowSolver {
  const { width, values } = fixed;
  const matrix = new Float64Array(width * width);
  const block = new Float32Array(rowsAtOnce * width);

  return (liked, ridge, solution) => {
    matrix.set(gram);
    for (let i = 0; i < width; i += 1) matrix[i * width + i]! += ridge;
    solution.fill(0);
    for (let from = 0; from < liked.length; from += rowsAtOnce) {
      const rows = liked.subarray(from, from + rowsAtOnce);
      rows.forEach((row, at) => {
        addRow(fixed, row, target, solution);
        block.set(values.subarray(row * width, (row + 1) * width), at * width);
      });
      addProducts(matrix, block, width, 0, rows.length);
    }
    decompose(matrix, width);
    substitute(matrix, width, solution);
  };
}

/** The lower triangle becomes L with L L' = matrix. */
function decompose(matrix: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    const line = i * width;
    for (let j = 0; j <= i; j += 1) {
      const other = j * width;
      const sum = matrix[line + j]! - dotLines(matrix, line, other, j);
      if (i > j) matrix[line + j] = sum / matrix[other + j]!;
      // With no regularization at all, and fewer likes than numbers to find, there is no one solution.
      else if (!(sum > 0)) throw new RangeError('the equations of a row have no single solution');
      else matrix[line + i] = Math.sqrt(sum);
    }
  }
}

/** The inner product of the first `count` numbers of two lines, in four sums that do not wait for each other. */
function dotLines(matrix: Float64Array, line: number, other: number, count: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < count; at += 4) {
    a += matrix[line + at]! * matrix[other + at]!;
    b += matrix[line + at + 1]! * matrix[other + at + 1]!;
    c += matrix[line + at + 2]! * matrix[other + at + 2]!;
    d += matrix[line + at + 3]! * matrix[other + at + 3]!;
  }
  for (; at < count; at += 1) a += matrix[line + at]! * matrix[other + at]!;
  return a + b + (c + d);
}

/** Solves L L' x = vector, in its place. */
function substitute(lower: Float64Array, width: number, vector: Float64Array): void {
  for (let i = 0; i < width; i += 1) {
    let sum = vector[i]!;
    for (let at = 0; at < i; at += 1) sum -= lower[i * width + at]! * vector[at]!;
    vector[i] = sum / lower[i * width + i]!;
  }
  for (let i = width - 1; i >= 0; i -= 1) {
    let sum = vector[i]!;
    for (let at = i + 1; at < width; at += 1) sum -= lower[at * width + i]! * vector[at]!;
    vector[i] = sum / lower[i * width + i]!;
  }
}

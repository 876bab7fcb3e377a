import { addRow, dotRow, type Factors } from './factors';
import type { RowSolver } from './row-solver';
import type { WrmfSettings } from './wrmf-settings';

// Of the squared residual, as in implicit; below it a further step only adds rounding.
const smallEnough = 1e-20;

/**
 * A few steps of conjugate gradient from the estimate (Takács et al. 2011). The matrix is never formed, and since the
 * basis is one in which alpha0 Y'Y is diagonal, a step costs 2 width n multiplications for n likes, and no width^2.
 * @param diagonal of alpha0 Y'Y.
 */
export function createCgSolver(
  fixed: Factors,
  diagonal: Float64Array,
  { target, cgSteps }: Pick<WrmfSettings, 'target' | 'cgSteps'>,
): RowSolver {
  const { width } = fixed;
  const residual = new Float64Array(width);
  const direction = new Float64Array(width);
  const image = new Float64Array(width);

  return (liked, ridge, solution) => {
    for (let at = 0; at < width; at += 1) residual[at] = -(diagonal[at]! + ridge) * solution[at]!;
    addProjections(fixed, liked, solution, target, -1, residual);
    direction.set(residual);
    let square = dot(residual, residual);

    for (let step = 0; step < cgSteps && square >= smallEnough; step += 1) {
      for (let at = 0; at < width; at += 1) image[at] = (diagonal[at]! + ridge) * direction[at]!;
      addProjections(fixed, liked, direction, 0, 1, image);
      const length = square / dot(direction, image);
      for (let at = 0; at < width; at += 1) {
        solution[at]! += length * direction[at]!;
        residual[at]! -= length * image[at]!;
      }
      const nextSquare = dot(residual, residual);
      const turn = nextSquare / square;
      for (let at = 0; at < width; at += 1) direction[at] = residual[at]! + turn * direction[at]!;
      square = nextSquare;
    }
  };
}

/**
 * Adds (shift + sign y.vector) y for each liked row y. Four rows at a time: their sums do not wait for each other, and
 * `sum` is read and written a quarter as often.
 */
function addProjections(
  fixed: Factors,
  liked: Uint32Array,
  vector: Float64Array,
  shift: number,
  sign: number,
  sum: Float64Array,
): void {
  const { width, values } = fixed;
  let next = 0;
  for (; next + 3 < liked.length; next += 4) {
    const a = liked[next]! * width;
    const b = liked[next + 1]! * width;
    const c = liked[next + 2]! * width;
    const d = liked[next + 3]! * width;
    let onA = 0;
    let onB = 0;
    let onC = 0;
    let onD = 0;
    for (let at = 0; at < width; at += 1) {
      const value = vector[at]!;
      onA += values[a + at]! * value;
      onB += values[b + at]! * value;
      onC += values[c + at]! * value;
      onD += values[d + at]! * value;
    }
    onA = shift + sign * onA;
    onB = shift + sign * onB;
    onC = shift + sign * onC;
    onD = shift + sign * onD;
    for (let at = 0; at < width; at += 1)
      sum[at]! +=
        onA * values[a + at]! + onB * values[b + at]! + onC * values[c + at]! + onD * values[d + at]!;
  }
  for (; next < liked.length; next += 1) {
    const row = liked[next]!;
    addRow(fixed, row, shift + sign * dotRow(fixed, row, vector), sum);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

import { partOf, type Computation } from '../computation/computation';
import { rowOf, type BinaryMatrix } from '../matrix/binary-matrix';
import type { Interactions } from '../matrix/interactions';
import { power } from '../numeric/portable-math';
import { createRandom } from '../numeric/random';
import { createCgSolver } from './cg-solver';
import { changeBasis } from './change-basis';
import { eigenvectors } from './eigenvectors';
import { createExactSolver } from './exact-solver';
import { drawFactors, type Factors } from './factors';
import { gramMatrix } from './gram';
import type { RowSolver } from './row-solver';
import type { WrmfSettings } from './wrmf-settings';

export type WrmfFactors = { readonly users: Factors; readonly items: Factors };

/** Factors to start from. Users are solved for first; theirs matter only to the conjugate gradient, which goes on from them. */
export function startFactors({ byUser, byItem }: Interactions, { width, seed }: WrmfSettings): WrmfFactors {
  const random = createRandom(seed);
  const items = drawFactors(byItem.rowCount, width, random);
  return { users: drawFactors(byUser.rowCount, width, random), items };
}

/** Trains from the start. For a learning curve, call `trainEpoch` instead and evaluate in between. */
export function* trainWrmf(likes: Interactions, settings: WrmfSettings): Computation<WrmfFactors> {
  const factors = startFactors(likes, settings);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1)
    yield* partOf(
      trainEpoch(likes, settings, factors),
      epoch / settings.epochs,
      (epoch + 1) / settings.epochs,
    );
  return factors;
}

/**
 * One epoch: solves for all users, then for all items. The factors are changed in place. The conjugate gradient also
 * changes their basis, for users and items alike, so compare inner products between epochs, not factors.
 */
export function* trainEpoch(
  likes: Interactions,
  settings: WrmfSettings,
  { users, items }: WrmfFactors,
): Computation<void> {
  // The cost is that of the rows to solve.
  const half = users.rowCount / (users.rowCount + items.rowCount);
  yield* partOf(solveRows(likes.byUser, users, items, settings), 0, half);
  yield* partOf(solveRows(likes.byItem, items, users, settings), half, 1);
}

/** regularization (n + alpha0 m)^nu, for a row of n likes out of m that were possible. */
export function ridgeOf(settings: WrmfSettings, likes: number, possible: number): number {
  return settings.regularization * power(likes + settings.alpha0 * possible, settings.nu);
}

function* solveRows(
  likes: BinaryMatrix,
  solved: Factors,
  fixed: Factors,
  settings: WrmfSettings,
): Computation<void> {
  const solve = yield* partOf(prepareSolver(solved, fixed, settings), 0, 0.3);
  const { width, values } = solved;
  const solution = new Float64Array(width);
  for (let row = 0; row < likes.rowCount; row += 1) {
    const liked = rowOf(likes, row);
    const start = row * width;
    if (liked.length === 0) values.fill(0, start, start + width);
    else {
      solution.set(values.subarray(start, start + width));
      solve(liked, ridgeOf(settings, liked.length, fixed.rowCount), solution);
      values.set(solution, start);
    }
    yield 0.3 + (0.7 * (row + 1)) / likes.rowCount;
  }
}

function* prepareSolver(solved: Factors, fixed: Factors, settings: WrmfSettings): Computation<RowSolver> {
  const gram = yield* partOf(gramMatrix(fixed, settings.alpha0), 0, 0.3);
  if (settings.solver === 'exact') return createExactSolver(fixed, gram, settings.target);
  const { values, vectors } = yield* partOf(eigenvectors(gram, fixed.width), 0.3, 0.4);
  yield* partOf(changeBasis(fixed, vectors), 0.4, 0.7);
  yield* partOf(changeBasis(solved, vectors), 0.7, 1);
  return createCgSolver(fixed, values, settings);
}

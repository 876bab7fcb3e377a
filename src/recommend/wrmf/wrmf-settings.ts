/**
 * Weighted matrix factorization as Rendle et al. 2021 write it. It minimises, over factors x of users and y of items,
 * sum_liked (target - x.y)^2 + alpha0 sum_all (x.y)^2
 *   + regularization [sum_u (n_u + alpha0 I)^nu |x_u|^2 + sum_i (n_i + alpha0 U)^nu |y_i|^2],
 * with n the likes of one user or item, U users and I items.
 */
export type WrmfSettings = {
  /** How many numbers describe a user or an item. @default 64 */
  readonly width: number;
  /** The weight of each pair that is no like, beside 1 for a like. @default 0.02 */
  readonly alpha0: number;
  /** @default 0.003 */
  readonly regularization: number;
  /** How much more those with many likes are regularized: 0 for all alike. @default 1 */
  readonly nu: number;
  /** What x.y of a like should be. @default 1 */
  readonly target: number;
  /** Rounds of solving for all users, then for all items. @default 15 */
  readonly epochs: number;
  /** Conjugate gradient goes on from the last epoch's factors in a few steps; exact is Cholesky's. @default 'cg' */
  readonly solver: 'cg' | 'exact';
  /** @default 3 */
  readonly cgSteps: number;
  /** Of the factors at the start. @default 1 */
  readonly seed: number;
};

export const wrmfDefaults: WrmfSettings = {
  width: 64,
  alpha0: 0.02,
  regularization: 0.003,
  nu: 1,
  target: 1,
  epochs: 15,
  solver: 'cg',
  cgSteps: 3,
  seed: 1,
};

/**
 * Hu et al. 2008, where a like weighs `alpha`, any other pair 1, and all are regularized alike. `alpha` is the weight
 * itself, as rec-a-sketch and implicit take it; where a paper writes 1 + alpha, pass that sum. Divided by alpha - 1 it
 * is Rendle's form, with the target of a like a little above 1.
 */
export function settingsOfHu({ alpha, regularization }: { alpha: number; regularization: number }) {
  // A negated comparison, so that NaN is refused too.
  if (!(alpha > 1)) throw new RangeError(`a like must weigh more than 1, not ${alpha}`);
  const alpha0 = 1 / (alpha - 1);
  return { alpha0, regularization: regularization * alpha0, nu: 0, target: 1 + alpha0 };
}

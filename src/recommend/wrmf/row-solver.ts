/**
 * Solves the equations of one row, user or item, where the factors Y of the other side are held fixed:
 * (alpha0 Y'Y + sum_liked y y' + ridge E) x = target sum_liked y.
 * @param liked rows of the other side; at least one.
 * @param ridge what is added to the diagonal.
 * @param solution `width` numbers: an estimate to start from, then the solution.
 */
export type RowSolver = (liked: Uint32Array, ridge: number, solution: Float64Array) => void;

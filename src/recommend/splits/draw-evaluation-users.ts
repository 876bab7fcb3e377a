export type EvaluationUsers = { readonly test: Uint32Array; readonly validation: Uint32Array };

/** The first `wanted` of the drawn users test, the next as many validate; half each when there are too few. */
export function drawEvaluationUsers(drawn: Uint32Array, wanted: number): EvaluationUsers {
  const size = Math.min(wanted, Math.floor(drawn.length / 2));
  return { test: drawn.slice(0, size).sort(), validation: drawn.slice(size, 2 * size).sort() };
}

import { numberAt } from './number-at';

/** Row `row` of rows that lie one after the other in `values`, the first of each at `starts[row]`. Not a copy. */
export function rowOf(starts: Uint32Array, values: Uint32Array, row: number): Uint32Array {
  return values.subarray(starts[row], starts[row + 1]);
}

export function rowLength(starts: Uint32Array, row: number): number {
  return numberAt(starts, row + 1) - numberAt(starts, row);
}

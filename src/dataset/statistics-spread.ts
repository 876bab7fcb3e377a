import { numberAt } from './number-at';

export type Spread = {
  readonly min: number;
  /** Of an even number of values the mean of the middle two. */
  readonly median: number;
  readonly mean: number;
  /** By nearest rank: the smallest value that is at least as large as nine in ten. */
  readonly p90: number;
  readonly max: number;
};

/** `null` when there are no values. */
export function spreadOf(ascending: ArrayLike<number>): Spread | null {
  const count = ascending.length;
  if (count === 0) return null;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += numberAt(ascending, at);
  const middle = Math.floor((count - 1) / 2);
  return {
    min: numberAt(ascending, 0),
    median: (numberAt(ascending, middle) + numberAt(ascending, count - 1 - middle)) / 2,
    mean: sum / count,
    // Not 0.9 times: 0.9 is a little more than nine tenths, and of some counts the next rank would be taken.
    p90: numberAt(ascending, Math.ceil((count * 9) / 10) - 1),
    max: numberAt(ascending, count - 1),
  };
}

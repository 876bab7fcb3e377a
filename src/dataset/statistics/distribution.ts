import { numberAt } from '../columns/uint32-list';

export type Distribution = {
  readonly min: number;
  /** Of an even number of values the mean of the middle two. */
  readonly median: number;
  readonly mean: number;
  /** By nearest rank: the smallest value that is at least as large as nine in ten. */
  readonly p90: number;
  readonly max: number;
};

/** `null` when there are no values. */
export function distributionOf(ascending: ArrayLike<number>): Distribution | null {
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

/** The Gini coefficient: 0 when all have the same, near 1 when one has all. `null` when there is nothing to share. */
export function giniCoefficient(ascending: ArrayLike<number>): number | null {
  const count = ascending.length;
  let sum = 0;
  let ranked = 0;
  for (let at = 0; at < count; at += 1) {
    sum += numberAt(ascending, at);
    ranked += (at + 1) * numberAt(ascending, at);
  }
  return sum === 0 ? null : (2 * ranked) / (count * sum) - (count + 1) / count;
}

/** Percent of the whole that the largest `percent` of the values hold, their number rounded up. */
export function topSharePercent(ascending: ArrayLike<number>, percent: number): number | null {
  const top = Math.ceil((ascending.length * percent) / 100);
  let sum = 0;
  let ofTop = 0;
  for (let at = 0; at < ascending.length; at += 1) {
    sum += numberAt(ascending, at);
    if (at >= ascending.length - top) ofTop += numberAt(ascending, at);
  }
  return sum === 0 ? null : (100 * ofTop) / sum;
}

/** How few of the values suffice to hold at least half of the whole. */
export function fewestForHalf(ascending: ArrayLike<number>): number {
  let rest = 0;
  for (let at = 0; at < ascending.length; at += 1) rest += numberAt(ascending, at);
  const half = rest / 2;
  let count = 0;
  while (rest > half) {
    count += 1;
    rest -= numberAt(ascending, ascending.length - count);
  }
  return count;
}

/** `null` when there are no users or no models. */
export type Density = {
  /** Likes there are, of all pairs of a user and a model. rec-a-sketch printed this number and called it sparsity. */
  readonly densityPercent: number | null;
  /** The pairs without a like: what RecBole and most papers mean by sparsity. */
  readonly sparsityPercent: number | null;
};

export function densityOf(likes: number, users: number, models: number): Density {
  if (users === 0 || models === 0) return { densityPercent: null, sparsityPercent: null };
  const densityPercent = (100 * likes) / (users * models);
  return { densityPercent, sparsityPercent: 100 - densityPercent };
}

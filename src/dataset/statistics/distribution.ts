import { numberAt } from '../columns/uint32-list';

export type Distribution = {
  readonly min: number;
  /** For an even number of values, the mean of the middle two. */
  readonly median: number;
  readonly mean: number;
  /** By nearest rank: the smallest value that nine in ten do not exceed. */
  readonly p90: number;
  readonly max: number;
};

/** Summary statistics of sorted values; null if there are none. */
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
    // Not `count * 0.9`: as a floating point number 0.9 is slightly too large, and some counts would give the next rank.
    p90: numberAt(ascending, Math.ceil((count * 9) / 10) - 1),
    max: numberAt(ascending, count - 1),
  };
}

/** 0 if all values are equal, near 1 if one holds everything; null if the sum is 0. Values must be sorted. */
export function giniCoefficient(ascending: ArrayLike<number>): number | null {
  const count = ascending.length;
  let sum = 0;
  let rankedSum = 0;
  for (let at = 0; at < count; at += 1) {
    sum += numberAt(ascending, at);
    rankedSum += (at + 1) * numberAt(ascending, at);
  }
  return sum === 0 ? null : (2 * rankedSum) / (count * sum) - (count + 1) / count;
}

/** The percentage of the sum that the largest `percent` of the sorted values hold, their number rounded up. */
export function topSharePercent(ascending: ArrayLike<number>, percent: number): number | null {
  const topCount = Math.ceil((ascending.length * percent) / 100);
  let sum = 0;
  let topSum = 0;
  for (let at = 0; at < ascending.length; at += 1) {
    sum += numberAt(ascending, at);
    if (at >= ascending.length - topCount) topSum += numberAt(ascending, at);
  }
  return sum === 0 ? null : (100 * topSum) / sum;
}

/** How many of the largest sorted values it takes to reach half of the sum. */
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

/** Null if there are no users or no models. */
export type Density = {
  /** The pairs of user and model that are likes. rec-a-sketch printed this number and called it sparsity. */
  readonly densityPercent: number | null;
  /** The pairs that are not: what RecBole and most papers mean by sparsity. */
  readonly sparsityPercent: number | null;
};

export function densityOf(likes: number, users: number, models: number): Density {
  if (users === 0 || models === 0) return { densityPercent: null, sparsityPercent: null };
  const densityPercent = (100 * likes) / (users * models);
  return { densityPercent, sparsityPercent: 100 - densityPercent };
}

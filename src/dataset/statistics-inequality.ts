import { numberAt } from './number-at';

/** The Gini coefficient: 0 when all have the same, near 1 when one has all. `null` when there is nothing to share. */
export function giniOf(ascending: ArrayLike<number>): number | null {
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
export function fewestWithHalf(ascending: ArrayLike<number>): number {
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

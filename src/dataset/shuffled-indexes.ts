import type { KeyedRandom } from './keyed-random';

/** 0 to `count` - 1 in an order of chance (Fisher and Yates), every order equally likely. */
export function shuffledIndexes(count: number, random: KeyedRandom): Int32Array {
  const indexes = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const moved = indexes[last] as number;
    indexes[last] = indexes[other] as number;
    indexes[other] = moved;
  }
  return indexes;
}

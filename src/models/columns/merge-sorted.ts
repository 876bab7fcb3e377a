import { filterRows } from './filter-rows';

/**
 * Merges rows into sorted ones, of which those that `isKept` refuses are dropped. It sorts the few alone, so that one
 * changed row among 300,000 takes no new sort.
 */
export function mergeSorted(
  sorted: Uint32Array,
  isKept: (row: number) => boolean,
  few: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  const others = few.slice().sort(compare);
  const kept = filterRows(sorted, isKept);
  const merged = new Uint32Array(kept.length + others.length);
  let [at, taken] = [0, 0];
  for (const row of others) {
    const place = placeOf(row, kept, taken, compare);
    merged.set(kept.subarray(taken, place), at);
    at += place - taken;
    taken = place;
    merged[at] = row;
    at += 1;
  }
  merged.set(kept.subarray(taken), at);
  return merged;
}

/** The place of the first row from `start` on that comes after this one. */
function placeOf(
  row: number,
  sorted: Uint32Array,
  start: number,
  compare: (a: number, b: number) => number,
): number {
  let [low, high] = [start, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle]!, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

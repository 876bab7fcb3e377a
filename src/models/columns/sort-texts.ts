import type { StringList } from '../../dataset/columns/string-list';
import { allRows } from './filter-rows';
import { radixSort } from './radix-sort';

/** Compares two texts of a list by their bytes, which for UTF-8 is by code points. */
export function compareTexts({ bytes, starts }: StringList, a: number, b: number): number {
  const [startA, startB] = [starts[a]!, starts[b]!];
  const [lengthA, lengthB] = [starts[a + 1]! - startA, starts[b + 1]! - startB];
  const shared = Math.min(lengthA, lengthB);
  for (let at = 0; at < shared; at += 1) {
    const difference = bytes[startA + at]! - bytes[startB + at]!;
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/** As many bytes as fit into an exact number. */
const prefixBytes = 6;

/** The indices of all texts in the order of `compareTexts`: by their first bytes as a number, then the few alike. */
export function sortTexts(list: StringList): Uint32Array {
  const prefixes = new Float64Array(list.length);
  for (let index = 0; index < list.length; index += 1) prefixes[index] = prefixOf(list, index);
  const sorted = radixSort(allRows(list.length), prefixes);
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && prefixes[sorted[end]!] === prefixes[sorted[start]!]) end += 1;
    if (end - start > 1) sorted.subarray(start, end).sort((a, b) => compareTexts(list, a, b));
    start = end;
  }
  return sorted;
}

function prefixOf({ bytes, starts }: StringList, index: number): number {
  const [start, end] = [starts[index]!, starts[index + 1]!];
  let prefix = 0;
  for (let at = start; at < start + prefixBytes; at += 1) prefix = 256 * prefix + (at < end ? bytes[at]! : 0);
  return prefix;
}

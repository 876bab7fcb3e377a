import { caseFolding, hashBytes, slotOf } from '../columns/byte-hash';

/** A Bloom filter with one hash over the first bytes of ids: rules out most byte sequences that start no id. Plain data. */
export type PrefixFilter = Uint8Array;

/** There are 4 billion prefixes of eight hex digits, so few other texts share one with an id. */
const prefixLength = 8;
/** About one in sixteen of other prefixes passes. */
const bitsPerId = 16;

/** A filter for `count` ids of at least eight bytes. */
export function createPrefixFilter(count: number): PrefixFilter {
  return new Uint8Array(2 ** Math.ceil(Math.log2((bitsPerId * Math.max(count, 16)) / 8)));
}

export function addPrefix(filter: PrefixFilter, bytes: Uint8Array, start: number): void {
  const bit = bitOf(filter, bytes, start);
  filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7));
}

export function mightContain(filter: PrefixFilter, bytes: Uint8Array, start: number): boolean {
  const bit = bitOf(filter, bytes, start);
  return ((filter[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
}

function bitOf(filter: PrefixFilter, bytes: Uint8Array, start: number): number {
  return slotOf(hashBytes(bytes, start, start + prefixLength, caseFolding), 8 * filter.length);
}

import { hashBytes } from '../columns/byte-index';
import { folded } from './fingerprint-set';

/** Tells most of what begins no id from what may, by its first bytes: one bit for each beginning. Plain data. */
export type PrefixFilter = Uint8Array;

/** Of eight digits as ids are made of them there are 4 billion, so that few that are no id begin like one. */
const headLength = 8;
/** So many for each id: about one in sixteen of other beginnings passes. */
const bitsForEach = 16;

/** For so many texts, of eight bytes and more. */
export function createPrefixFilter(count: number): PrefixFilter {
  return new Uint8Array(2 ** Math.ceil(Math.log2((bitsForEach * Math.max(count, 16)) / 8)));
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
  const hash = hashBytes(bytes, start, start + headLength, folded);
  // Of a product the highest bits are stirred best.
  return Math.imul(hash, 0x9e3779b1) >>> (Math.clz32(8 * filter.length) + 1);
}

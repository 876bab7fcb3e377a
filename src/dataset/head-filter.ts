import { hashBytes } from './byte-index';
import { folded } from './leak-scan-folding';

/** Tells most of what begins no id from what may, by its first bytes: capitals are taken for small letters. */
export type HeadFilter = {
  readonly add: (bytes: Uint8Array, start: number) => void;
  readonly mayBegin: (bytes: Uint8Array, start: number) => boolean;
};

/** Of eight digits as ids are made of them there are 4 billion, so that few that are no id begin like one. */
const headLength = 8;
/** With so many for each id, about one in sixteen of other heads passes. */
const bitsForEach = 16;

/** For texts of eight bytes and more, so many of them. */
export function createHeadFilter(count: number): HeadFilter {
  const bits = 2 ** Math.ceil(Math.log2(bitsForEach * Math.max(count, 16)));
  const seen = new Uint8Array(bits / 8);
  // Of a product the highest bits are stirred best.
  const bitOf = (bytes: Uint8Array, start: number) =>
    Math.imul(hashBytes(bytes, start, start + headLength, folded), 0x9e3779b1) >>> (Math.clz32(bits) + 1);

  return {
    add(bytes, start) {
      const bit = bitOf(bytes, start);
      seen[bit >> 3] = (seen[bit >> 3] as number) | (1 << (bit & 7));
    },
    mayBegin(bytes, start) {
      const bit = bitOf(bytes, start);
      return ((seen[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
    },
  };
}

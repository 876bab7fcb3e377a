import { folded } from './leak-scan-folding';

/** Texts by their folded bytes, to be asked for by place in a buffer, so that no string is made of what is looked at. */
export type ByteIndex = {
  readonly longest: number;
  /** The place among `texts` of the one whose bytes these are, once folded, or -1. The hash is that of `addByte` over the folded. */
  readonly find: (bytes: Uint8Array, start: number, end: number, hash: number) => number;
};

export const addByte = (hash: number, byte: number): number => (Math.imul(hash, hashFactor) + byte) | 0;

/** Odd, so that no byte loses its part in the hash; the low bits are stirred before they choose a slot. */
export const hashFactor = 0x01000193;

/** Of equal texts the first is found. */
export function createByteIndex(texts: readonly string[]): ByteIndex {
  const { pool, starts, longest } = poolOf(texts);
  const hashes = new Int32Array(texts.length);
  // At most a quarter full: nearly every look at what is no leak ends at its first, empty slot.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(texts.length * 4 + 2)));
  const last = slots.length - 1;
  const slotOf = (hash: number) => (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 9) & last;

  for (let index = 0; index < texts.length; index += 1) {
    const hash = pool.subarray(starts[index], starts[index + 1]).reduce(addByte, 0);
    hashes[index] = hash;
    let slot = slotOf(hash);
    while (slots[slot] !== 0) slot = (slot + 1) & last;
    slots[slot] = index + 1;
  }

  function isAt(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[index] as number;
    if ((starts[index + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1)
      if (pool[from + at - start] !== folded[bytes[at] as number]) return false;
    return true;
  }

  return {
    longest,
    find(bytes, start, end, hash) {
      let slot = slotOf(hash);
      for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
        if (hashes[entry - 1] === hash && isAt(entry - 1, bytes, start, end)) return entry - 1;
        slot = (slot + 1) & last;
      }
      return -1;
    },
  };
}

/** All texts, folded, one after the other. An array for each would cost several times the bytes at 600,000 ids. */
function poolOf(texts: readonly string[]) {
  const encoder = new TextEncoder();
  const buffer = new Uint8Array(3 * texts.reduce((longest, text) => Math.max(longest, text.length), 0));
  const starts = new Uint32Array(texts.length + 1);
  let longest = 0;
  for (const [index, text] of texts.entries()) {
    const { written } = encoder.encodeInto(text, buffer);
    starts[index + 1] = (starts[index] as number) + written;
    longest = Math.max(longest, written);
  }
  const pool = new Uint8Array(starts[texts.length] as number);
  for (const [index, text] of texts.entries()) {
    const { written } = encoder.encodeInto(text, buffer);
    const start = starts[index] as number;
    for (let at = 0; at < written; at += 1) pool[start + at] = folded[buffer[at] as number] as number;
  }
  return { pool, starts, longest };
}

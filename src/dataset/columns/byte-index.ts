import type { StringList } from './string-list';

/** Places of texts by their bytes, so that no string is made of what is looked up. */
export type ByteIndex = {
  /** The place of the text whose bytes these are, or -1. The hash is that of `hashBytes`, unfolded. */
  readonly find: (bytes: Uint8Array, start: number, end: number, hash: number) => number;
  /** Of equal texts the first that was added counts. */
  readonly add: (place: number) => void;
};

/** Odd, so that no byte loses its part in the hash; the low bits are stirred before they choose a slot. */
const hashFactor = 0x01000193;

/** Every byte as it is. */
export const unfolded: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Of the bytes from `start` up to, not with, `end`, each folded. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, folding: Uint8Array): number {
  let hash = 0;
  for (let at = start; at < end; at += 1)
    hash = (Math.imul(hash, hashFactor) + (folding[bytes[at] as number] as number)) | 0;
  return hash;
}

/** Of texts of this list, which may grow meanwhile. */
export function createByteIndex(texts: StringList): ByteIndex {
  // Open addressing, at most three quarters full: some eight looks for what is not there, for half the memory. 0 is a free slot, other values are places plus 1.
  let slots = new Uint32Array(64);
  let count = 0;

  // Of a product the highest bits are stirred best: as many as number the slots.
  const firstSlot = (hash: number) =>
    Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (Math.clz32(slots.length) + 1);

  const hashOf = (place: number) =>
    hashBytes(texts.bytes, texts.starts[place] as number, texts.starts[place + 1] as number, unfolded);

  function put(place: number, hash: number): void {
    let slot = firstSlot(hash);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place + 1;
  }

  function grow(): void {
    const before = slots;
    slots = new Uint32Array(2 * before.length);
    for (const entry of before) if (entry !== 0) put(entry - 1, hashOf(entry - 1));
  }

  function isAt(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = texts.starts[place] as number;
    if ((texts.starts[place + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (texts.bytes[from + at - start] !== bytes[at]) return false;
    }
    return true;
  }

  function find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    let slot = firstSlot(hash);
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      if (isAt(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  return {
    find,
    add(place) {
      const [start, end] = [texts.starts[place] as number, texts.starts[place + 1] as number];
      const hash = hashOf(place);
      if (find(texts.bytes, start, end, hash) !== -1) return;
      if (4 * (count + 1) > 3 * slots.length) grow();
      put(place, hash);
      count += 1;
    },
  };
}

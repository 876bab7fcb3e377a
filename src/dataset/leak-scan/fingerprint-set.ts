import { hashBytes } from '../columns/byte-index';

/**
 * Texts by two hashes of 32 bits each, capitals taken for small letters: enough to know one again, in 11 to 21 bytes. That
 * a text which is none of a million passes for one has a chance of 5e-14 each time. Whoever makes texts that pass on
 * purpose blocks an export by it, and hides nothing. Plain data.
 */
export type FingerprintSet = {
  /** Open addressing, two numbers a slot, at most three quarters full. A free slot has a 0 in the second. */
  readonly slots: Uint32Array;
  /** Of the longest text, in bytes. */
  readonly longest: number;
};

export type FingerprintSetBuilder = {
  readonly add: (bytes: Uint8Array, start: number, end: number) => void;
  readonly fingerprints: () => FingerprintSet;
};

export function createFingerprintSet(): FingerprintSetBuilder {
  let slots = new Uint32Array(2 * 64);
  let [count, longest] = [0, 0];

  function put(first: number, second: number): void {
    const at = slotOf(slots, first, second);
    slots[at] = first;
    slots[at + 1] = second;
  }

  function grow(): void {
    const before = slots;
    slots = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const second = before[at + 1] as number;
      if (second !== 0) put(before[at] as number, second);
    }
  }

  return {
    add(bytes, start, end) {
      const first = hashBytes(bytes, start, end, folded) >>> 0;
      const second = secondHash(bytes, start, end);
      longest = Math.max(longest, end - start);
      if (slots[slotOf(slots, first, second) + 1] === second) return;
      if (4 * (count + 1) > 3 * (slots.length / 2)) grow();
      put(first, second);
      count += 1;
    },
    fingerprints: () => ({ slots, longest }),
  };
}

/** Whether the bytes from `start` up to, not with, `end` are one of the texts. `hash` is that of `hashBytes`, folded. */
export function hasFingerprint(
  { slots, longest }: FingerprintSet,
  bytes: Uint8Array,
  start: number,
  end: number,
  hash: number,
): boolean {
  if (end - start > longest) return false;
  const second = secondHash(bytes, start, end);
  return slots[slotOf(slots, hash >>> 0, second) + 1] === second;
}

/** Where the two stand, or the free slot where they would. */
function slotOf(slots: Uint32Array, first: number, second: number): number {
  // Of a product the highest bits are stirred best: as many as number the slots. By both, so that texts which were made to
  // be alike in one do not queue up at one slot.
  const shift = Math.clz32(slots.length / 2) + 1;
  let at = 2 * (Math.imul(first ^ (first >>> 15) ^ second, 0x9e3779b1) >>> shift);
  while (slots[at + 1] !== 0 && (slots[at] !== first || slots[at + 1] !== second)) {
    at = (at + 2) & (slots.length - 1);
  }
  return at;
}

/** Made in another way than the first, so that what is alike in one is not in the other. Never 0. */
function secondHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ (folded[bytes[at] as number] as number), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}

/** ASCII capitals as small letters, every other byte as it is: a tag that became a slug is still the same id. */
export const folded: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

export function foldedText(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

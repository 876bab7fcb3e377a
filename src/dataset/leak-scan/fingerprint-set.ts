import { caseFolding, hashBytes, slotOf } from '../columns/byte-hash';
import { createHashKey, type HashKey, keyedHash } from '../columns/keyed-hash';

/**
 * A set of texts as two 32-bit hashes each, ignoring ASCII case: enough to recognize a text in 11 to 21 bytes. The
 * chance that a text outside a set of a million passes for a member is 5e-14 per lookup. Whoever crafts such a text
 * blocks an export with it, and hides nothing. Plain data. `createByteIndex` says why it has a table of its own.
 */
export type FingerprintSet = {
  /** Open addressing, two numbers per slot, at most three quarters full. The second number of a free slot is 0. */
  readonly slots: Uint32Array;
  /** Decides where a fingerprint is stored: texts can be crafted to have fingerprints alike, but not to queue up at one slot. */
  readonly key: HashKey;
  /** Length of the longest text in bytes. */
  readonly longest: number;
};

export type FingerprintSetBuilder = {
  /** Adds the text whose UTF-8 bytes are `[start, end)`. */
  readonly add: (bytes: Uint8Array, start: number, end: number) => void;
  readonly build: () => FingerprintSet;
};

export function createFingerprintSetBuilder(): FingerprintSetBuilder {
  const key = createHashKey();
  let slots = new Uint32Array(2 * 64);
  let [count, longest] = [0, 0];

  function put(first: number, second: number): void {
    const at = findSlot({ slots, key }, first, second);
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
      const first = hashBytes(bytes, start, end, caseFolding) >>> 0;
      const second = secondHash(bytes, start, end);
      longest = Math.max(longest, end - start);
      if (slots[findSlot({ slots, key }, first, second) + 1] === second) return;
      if (4 * (count + 1) > 3 * (slots.length / 2)) grow();
      put(first, second);
      count += 1;
    },
    build: () => ({ slots, key, longest }),
  };
}

/** Whether the bytes `[start, end)` are one of the texts. `hash` is that of `hashBytes` with case folding. */
export function has(
  { slots, key, longest }: FingerprintSet,
  bytes: Uint8Array,
  start: number,
  end: number,
  hash: number,
): boolean {
  if (end - start > longest) return false;
  const second = secondHash(bytes, start, end);
  return slots[findSlot({ slots, key }, hash >>> 0, second) + 1] === second;
}

/** Where this fingerprint is stored, or the free slot where it would be. */
function findSlot(
  { slots, key }: Pick<FingerprintSet, 'slots' | 'key'>,
  first: number,
  second: number,
): number {
  fingerprint[0] = first;
  fingerprint[1] = second;
  let at = 2 * slotOf(keyedHash(fingerprintBytes, 0, fingerprintBytes.length, key), slots.length / 2);
  while (slots[at + 1] !== 0 && (slots[at] !== first || slots[at + 1] !== second)) {
    at = (at + 2) & (slots.length - 1);
  }
  return at;
}

/** Overwritten by each search: a lookup creates no object. */
const fingerprint = new Uint32Array(2);
const fingerprintBytes = new Uint8Array(fingerprint.buffer);

/** Computed unlike the first hash, so that texts which collide in one differ in the other. Never 0. */
function secondHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ (caseFolding[bytes[at] as number] as number), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}

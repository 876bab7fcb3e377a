/** Maps each byte to the byte that is hashed in its place. */
export type Folding = Uint8Array;

export const noFolding: Folding = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** ASCII capitals as lower case, every other byte unchanged: an id that became part of a slug is still the same id. */
export const caseFolding: Folding = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** Odd, so that every byte keeps its influence on the hash; `slotOf` mixes the low bits further. */
const hashFactor = 0x01000193;

/** A signed 32-bit hash of the bytes in `[start, end)`, each folded. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, folding: Folding): number {
  let hash = 0;
  for (let at = start; at < end; at += 1)
    hash = (Math.imul(hash, hashFactor) + (folding[bytes[at] as number] as number)) | 0;
  return hash;
}

/** Where a hash belongs among `slots` slots, a power of two. The highest bits of a product are the best mixed ones. */
export function slotOf(hash: number, slots: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (Math.clz32(slots) + 1);
}

/** A secret of one table. Plain data, since tables are handed from worker to worker. No result may depend on it. */
export type HashKey = readonly [number, number];

export function createHashKey(): HashKey {
  const [first = 0, second = 0] = crypto.getRandomValues(new Int32Array(2));
  return [first, second];
}

/**
 * HalfSipHash-1-3 of the bytes in `[start, end)`, as a signed 32-bit number. Texts come from pages and imports: with a hash
 * that anybody can compute they could be chosen to share one slot, which makes a table quadratically slow. A secret start
 * alone would not help, as texts that collide in a simple hash do so from any start.
 */
export function keyedHash(bytes: Uint8Array, start: number, end: number, key: HashKey): number {
  let v0 = key[0];
  let v1 = key[1];
  let v2 = 0x6c796765 ^ v0;
  let v3 = 0x74656462 ^ v1;
  const finalRounds = 3;
  const words = (end - start) >> 2;
  let at = start;
  // One loop for all rounds: the words, the rest with the length, and the final ones.
  for (let round = 0; round <= words + finalRounds; round += 1) {
    let word = 0;
    if (round < words) {
      word =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      at += 4;
    } else if (round === words) {
      word = (end - start) << 24;
      for (let shift = 0; at < end; at += 1, shift += 8) word |= (bytes[at] as number) << shift;
    } else if (round === words + 1) v2 ^= 0xff;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  return v1 ^ v3;
}

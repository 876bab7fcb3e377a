/** A well-mixed 32-bit hash of a seed and some keys. */
export function mix(seed: number, ...keys: readonly number[]): number {
  let hash = (seed ^ 0x9e3779b9) >>> 0;
  for (const key of keys) {
    hash = Math.imul(hash ^ key, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Returns numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** A separate stream for each seed and keys, so that anything can be drawn on demand in any order (mulberry32). */
export function randomFrom(seed: number, ...keys: readonly number[]): Random {
  let state = mix(seed, ...keys);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let drawn = Math.imul(state ^ (state >>> 15), state | 1);
    drawn ^= drawn + Math.imul(drawn ^ (drawn >>> 7), drawn | 61);
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}

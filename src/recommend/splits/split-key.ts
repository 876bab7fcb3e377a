import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A number that orders users, or the likes of a user, by chance that anybody can repeat: the first 6 bytes, big-endian,
 * of SHA-256 over the seed and the ids, joined by `|`. As few likes move between parts as possible when others are
 * added, since the key of one does not depend on the rest.
 */
export function splitKey(seed: string, ...ids: readonly string[]): number {
  const digest = sha256(utf8ToBytes([seed, ...ids].join('|')));
  let key = 0;
  for (let at = 0; at < 6; at += 1) key = key * 256 + digest[at]!;
  return key;
}

/** Indexes in the order of their keys; of equal keys, which chance all but rules out, the smaller index first. */
export function orderByKey(indexes: Iterable<number>, keyOf: (index: number) => number): Uint32Array {
  const keyed = Array.from(indexes, (index) => ({ index, key: keyOf(index) }));
  keyed.sort((a, b) => a.key - b.key || a.index - b.index);
  return Uint32Array.from(keyed, ({ index }) => index);
}

/** The seed must be what is published, letter by letter, or nobody can repeat the split. */
export function checkSeed(seed: string): void {
  if (!/^[0-9a-f]{32}$/.test(seed))
    throw new RangeError('the seed of a split is 32 hex digits in lower case');
}

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export type KeyedRandom = {
  /** A uniformly distributed integer in [0, limit), for a limit of at most 2^32. */
  readonly below: (limit: number) => number;
};

/**
 * A random stream that only the holder of the key can reproduce: HMAC-SHA-256 of a counter. `use` separates the streams
 * of one key from each other, and the `|` separates them from pseudonyms, since no user id contains one.
 */
export function createKeyedRandom(keyText: string, use: string): KeyedRandom {
  const keyed = hmac.create(sha256, utf8ToBytes(keyText));
  let block = new DataView(new ArrayBuffer(0));
  let at = 0;
  let counter = 0;

  function next(): number {
    if (at === block.byteLength) {
      const digest = keyed
        .clone()
        .update(utf8ToBytes(`${use}|${counter}`))
        .digest();
      block = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
      at = 0;
      counter += 1;
    }
    at += 4;
    return block.getUint32(at - 4);
  }

  return {
    below(limit) {
      // Rejection sampling: values beyond the last whole multiple would favor small numbers.
      const multiples = 2 ** 32 - (2 ** 32 % limit);
      let value = next();
      while (value >= multiples) value = next();
      return value % limit;
    },
  };
}

/** The integers in [0, count) in random order (Fisher-Yates), every order equally likely. */
export function shuffledIndices(count: number, random: KeyedRandom): Int32Array {
  const indices = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const swapped = indices[last] as number;
    indices[last] = indices[other] as number;
    indices[other] = swapped;
  }
  return indices;
}

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export type KeyedRandom = {
  /** A whole number from 0 up to, not with, `limit` (at most 2^32), each equally likely. */
  readonly below: (limit: number) => number;
};

/**
 * Chance that only the holder of the key can repeat: HMAC-SHA-256 of a counter. `use` keeps the streams of one key
 * apart. The `|` keeps them apart from pseudonyms, since no user id holds one.
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
      // What is left over beyond the last whole multiple would make small numbers likelier.
      const whole = 2 ** 32 - (2 ** 32 % limit);
      let value = next();
      while (value >= whole) value = next();
      return value % limit;
    },
  };
}

/** 0 to `count` - 1 in an order of chance (Fisher and Yates), every order equally likely. */
export function shuffledIndexes(count: number, random: KeyedRandom): Int32Array {
  const indexes = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const moved = indexes[last] as number;
    indexes[last] = indexes[other] as number;
    indexes[other] = moved;
  }
  return indexes;
}

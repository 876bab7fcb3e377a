const twoTo32 = 0x100000000;

export type Random = {
  /** A whole number from 0 up to, not with, `limit` (at most 2^32), each equally likely. */
  readonly below: (limit: number) => number;
  /** A multiple of 2^-32, from 0 up to, not with, 1. */
  readonly uniform: () => number;
};

/**
 * xoshiro128** by Blackman and Vigna, its state filled from the seed by the steps of splitmix32. Nothing but whole
 * numbers of 32 bits, so one seed gives the same numbers in every engine. Not for secrets.
 * @param seed a whole number; its lowest 32 bits count.
 */
export function createRandom(seed: number): Random {
  let mix = seed | 0;
  const nextOfSeed = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = nextOfSeed();
  let b = nextOfSeed();
  let c = nextOfSeed();
  let d = nextOfSeed();

  function next(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  }

  return {
    below(limit) {
      // What is left over beyond the last whole multiple would make small numbers likelier.
      const whole = twoTo32 - (twoTo32 % limit);
      let value = next();
      while (value >= whole) value = next();
      return value % limit;
    },
    uniform: () => next() / twoTo32,
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

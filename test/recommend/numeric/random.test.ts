import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/recommend/numeric/random';
import { range } from '../dense';

/** xoshiro128** and splitmix32 again, with BigInt instead of 32-bit numbers. */
function* reference(seed: number): Generator<number> {
  const cut = (value: bigint) => BigInt.asUintN(32, value);
  const rotate = (value: bigint, by: bigint) => cut((value << by) | (value >> (32n - by)));
  let mix = cut(BigInt(seed));
  const state = range(4).map(() => {
    mix = cut(mix + 0x9e3779b9n);
    let z = cut((mix ^ (mix >> 16n)) * 0x21f0aaadn);
    z = cut((z ^ (z >> 15n)) * 0x735a2d97n);
    return z ^ (z >> 15n);
  }) as [bigint, bigint, bigint, bigint];
  for (;;) {
    yield Number(cut(rotate(cut(state[1] * 5n), 7n) * 9n));
    const shifted = cut(state[1] << 9n);
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11n);
  }
}

describe('seeded random numbers', () => {
  it('are those of xoshiro128**', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const random = createRandom(seed);
        const expected = reference(seed);
        for (let draw = 0; draw < 20; draw += 1)
          expect(random.uniform() * 2 ** 32).toBe(expected.next().value);
      }),
    );
  });

  it('give each integer below a limit about equally often', () => {
    const random = createRandom(7);
    const counts = new Array<number>(6).fill(0);
    for (let draw = 0; draw < 60_000; draw += 1) counts[random.below(6)]! += 1;
    // Five standard deviations of a binomial count.
    for (const count of counts)
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(60_000 * (5 / 36)));
  });
});

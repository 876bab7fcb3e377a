import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log2, power } from '../../../src/recommend/numeric/portable-math';
import { range } from '../dense';

const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });

describe('the portable logarithm', () => {
  it("equals the engine's except for its last bits", () => {
    fc.assert(
      fc.property(positive, (value) => {
        expect(Math.abs(log2(value) - Math.log2(value))).toBeLessThanOrEqual(
          1e-14 * Math.max(1, Math.abs(Math.log2(value))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact for powers of two', () => {
    for (const exponent of range(100)) expect(log2(2 ** exponent)).toBe(exponent);
    expect(log2(2 ** -1022)).toBe(-1022);
  });

  it.each([0, -1, NaN, Infinity, 5e-324])('of %d is refused', (value) => {
    expect(() => log2(value)).toThrow(RangeError);
  });
});

describe('the portable power', () => {
  it("equals the engine's except for its last bits", () => {
    const base = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    const exponent = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(base, exponent, (b, e) => {
        expect(Math.abs(power(b, e) / Math.pow(b, e) - 1)).toBeLessThanOrEqual(3e-14);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact where nothing needs rounding', () => {
    for (const n of range(50).slice(1)) {
      expect([power(n, 0), power(n, 1), power(n, -1), power(n * n, 0.5)]).toEqual([1, n, 1 / n, n]);
    }
  });
});

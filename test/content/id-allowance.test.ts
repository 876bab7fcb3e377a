import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdAllowance } from '../../src/content/id-allowance';

describe('the allowance of ids', () => {
  it('never exceeds its number in any second, and is restored afterwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), (gaps) => {
        const allowance = createIdAllowance(5);
        const taken: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const inLastSecond = taken.filter((at) => now - at < 1_000).length;
          expect(allowance.hasLeft(now)).toBe(inLastSecond < 5);
          if (!allowance.hasLeft(now)) continue;
          allowance.take(now);
          taken.push(now);
        }
      }),
    );
  });
});

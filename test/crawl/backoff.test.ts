import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, retryBackoff, throttleBackoff } from '../../src/crawl/backoff';
import { crawlDelayWithJitter } from '../../src/crawl/crawl-delay';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait after an error', () => {
  it('grows with each failure, except for its jitter, and never exceeds its cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), random, (failures, dice) => {
        const wait = backoffMs(retryBackoff, failures, dice);
        expect(wait).toBeGreaterThanOrEqual(retryBackoff.baseMs / 2);
        expect(wait).toBeLessThanOrEqual(retryBackoff.capMs);
        expect(backoffMs(retryBackoff, failures + 1, dice)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});

describe('the wait after "too many requests"', () => {
  it('begins with 15 to 30 seconds, doubles, and is at most 20 minutes', () => {
    const waits = (failures: number) => [0, 1].map((dice) => backoffMs(throttleBackoff, failures, dice));
    expect([1, 2, 3, 50].map(waits)).toEqual([
      [15_000, 30_000],
      [30_000, 60_000],
      [60_000, 120_000],
      [600_000, 1_200_000],
    ]);
  });
});

describe('the crawl delay', () => {
  it('is never shorter than the setting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600_000 }), random, (setting, dice) => {
        const delay = crawlDelayWithJitter(setting, dice);
        expect(delay).toBeGreaterThanOrEqual(setting);
        expect(delay).toBeLessThanOrEqual(setting * 1.25 + 1);
      }),
    );
  });
});

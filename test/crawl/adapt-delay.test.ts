import { describe, expect, it } from 'vitest';
import { adaptDelay, type Measured } from '../../src/crawl/adapt-delay';

const after = (beforeMs: number, was: Measured['was'], latencyMs: number, minDelayMs = 1_000) =>
  adaptDelay(beforeMs, minDelayMs, { was, latencyMs });

describe('the delay before the next request', () => {
  it('is as long as a good answer took, or moves half way towards a shorter one', () => {
    expect(after(2_000, 'good', 5_000)).toBe(5_000);
    expect(after(4_000, 'good', 2_000)).toBe(3_000);
    expect(after(2_001, 'good', 1_000)).toBe(1_501);
  });

  it('is never shorter than the setting, and never longer than a minute for a slow site', () => {
    expect(after(1_000, 'good', 10)).toBe(1_000);
    expect(after(1_000, 'good', 90_000)).toBe(60_000);
  });

  it('is not shortened by an error, which may come fast, but lengthened by one that took long', () => {
    expect(after(2_000, 'bad', 10)).toBe(2_000);
    expect(after(90_000, 'bad', 10)).toBe(90_000);
    expect(after(2_000, 'bad', 6_000)).toBe(6_000);
  });

  it('doubles after "too many requests"', () => {
    expect(after(2_000, 'too-many', 10)).toBe(4_000);
    expect(after(0, 'too-many', 10)).toBe(2_000);
  });

  it('is zero if the minimum is zero', () => {
    expect(after(2_000, 'too-many', 5_000, 0)).toBe(0);
  });
});

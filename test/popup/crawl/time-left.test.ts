import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../src/popup/crawl/time-left';
import { countersOf, firstDay, noon, overviewOf } from '../snapshot-of';

const { settings } = firstDay;
const queued = { answers: 200, unknownLists: 0 };
const run = (requests: number, ranForMs: number, requestsBefore = 0) =>
  overviewOf(countersOf({ complete: 50, new: 100 }, { requests, queued }), {
    phase: 'crawling',
    runningSince: noon - ranForMs,
    requestsBefore,
  });

describe('the estimate of the time left', () => {
  it('is unknown before the crawl, and during its first requests', () => {
    expect(timeLeft(overviewOf(countersOf({ new: 100 })), settings, noon)).toBeNull();
    expect(timeLeft(run(9, 9_000), settings, noon)).toBeNull();
  });

  it('follows the pace of this run, waits included', () => {
    // 3 s for each of the 200 in the queue, because there was a wait in between.
    expect(timeLeft(run(100, 300_000), settings, noon)).toBe(600_000);
  });

  it('leaves requests of earlier runs out of the pace', () => {
    expect(timeLeft(run(100, 100_000, 50), settings, noon)).toBe(400_000);
    expect(timeLeft(run(100, 100_000, 95), settings, noon)).toBeNull();
  });

  it('is never shorter than the crawl delay allows, even one that was just raised', () => {
    expect(timeLeft(run(100, 100_000), { ...settings, crawlDelayMs: 5_000 }, noon)).toBe(1_000_000);
  });

  it('is still sensible after the clock was set back', () => {
    expect(timeLeft(run(100, -5_000_000), settings, noon)).toBe(200_000);
  });
});

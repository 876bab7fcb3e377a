import { describe, expect, it } from 'vitest';
import { shortestCrawl, timeLeft } from '../../../src/popup/decide/time-left';
import { countersOf, firstDay, noon, overviewOf } from '../snapshot-of';

const { settings } = firstDay;
const run = (
  requests: number,
  ranForMs: number,
  byState: Parameters<typeof countersOf>[0] = { complete: 50, new: 100 },
  requestsBefore = 0,
) =>
  overviewOf(countersOf(byState, { requests }), {
    phase: 'crawling',
    runningSince: noon - ranForMs,
    requestsBefore,
  });

describe('the time left', () => {
  it('is unknown before the crawl and before there is a pace', () => {
    expect(timeLeft(overviewOf(countersOf({ new: 100 })), settings, noon)).toBeNull();
    expect(timeLeft(run(9, 9_000), settings, noon)).toBeNull();
    expect(timeLeft(run(100, 100_000, { complete: 2, new: 98 }), settings, noon)).toBeNull();
  });

  it('follows the pace of this run, its waits included', () => {
    // 50 models took 100 requests, so 100 models take 200; at 3 s each, since a wait lay between.
    expect(timeLeft(run(100, 300_000), settings, noon)).toBe(600_000);
  });

  it('does not count the requests of earlier runs into the pace', () => {
    expect(timeLeft(run(100, 100_000, undefined, 50), settings, noon)).toBe(400_000);
  });

  it('is never shorter than the crawl delay allows, also one raised a moment ago', () => {
    expect(timeLeft(run(100, 100_000), { ...settings, crawlDelayMs: 5_000 }, noon)).toBe(1_000_000);
  });

  it('counts the model in hand, so that one long list does not stand for all', () => {
    const overview = run(400, 400_000, { complete: 3, crawling: 1, new: 9 });
    expect(timeLeft(overview, settings, noon)).toBe(1_000_000);
  });

  it('survives a clock that was set back', () => {
    expect(timeLeft(run(100, -5_000_000), settings, noon)).toBe(200_000);
  });
});

describe('the shortest crawl', () => {
  it('takes one request a model, and is unknown where no delay bounds it', () => {
    expect(shortestCrawl(1_240, settings)).toBe(1_240_000);
    expect(shortestCrawl(0, settings)).toBeNull();
    expect(shortestCrawl(10, { ...settings, crawlDelayMs: 0 })).toBeNull();
  });
});

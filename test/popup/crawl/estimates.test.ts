import { describe, expect, it } from 'vitest';
import { calmHost } from '../../../src/crawl/host-state';
import { likelyRequests, planText, timeLeft } from '../../../src/popup/crawl/estimates';
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
  it('is unknown before the crawl and before there is a pace', () => {
    expect(timeLeft(overviewOf(countersOf({ new: 100 })), settings, noon)).toBeNull();
    expect(timeLeft(run(9, 9_000), settings, noon)).toBeNull();
  });

  it('follows the pace of this run, waits included', () => {
    // 3 s for each of the 200 that are queued, since a wait lay between.
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

const work = { answers: 900, unknownLists: 750 };

describe('the estimate of requests', () => {
  it('assumes the list length of 2016 while few lists were read', () => {
    expect(likelyRequests(work, { likesPages: 0, sweeps: 0 })).toBe(2_100);
    expect(likelyRequests(work, { likesPages: 4_900, sweeps: 49 })).toBe(2_100);
  });

  it('assumes the average length of the lists read so far', () => {
    expect(likelyRequests(work, { likesPages: 150, sweeps: 50 })).toBe(900 + 3 * 750);
  });

  it('is zero when there is nothing to request', () => {
    expect(likelyRequests({ answers: 0, unknownLists: 0 }, { likesPages: 150, sweeps: 50 })).toBe(0);
  });
});

const planned = (answers: number, delayMs = 0) =>
  overviewOf(
    countersOf({ new: 10 }, { plan: { answers, unknownLists: 0 } }),
    {},
    {
      host: { ...calmHost, delayMs },
    },
  );

describe('the cost of a crawl', () => {
  it('is given in requests and time, jitter included', () => {
    expect(planText(planned(2_027), settings)).toBe('about 2,000 requests, about 39 minutes');
    expect(planText(planned(1), settings)).toBe('about 1 request, about 10 seconds');
  });

  it('follows the crawl delay of the user, or the longer one of a slow site', () => {
    expect(planText(planned(2_000), { ...settings, crawlDelayMs: 2_000 })).toContain(
      'about 1 hour 15 minutes',
    );
    expect(planText(planned(2_000, 4_000), settings)).toContain('about 2 hours 30 minutes');
  });

  it('has no time without a crawl delay, and is empty when there is nothing to request', () => {
    expect(planText(planned(2_000), { ...settings, crawlDelayMs: 0 })).toBe('about 2,000 requests');
    expect(planText(planned(0), settings)).toBeNull();
  });
});

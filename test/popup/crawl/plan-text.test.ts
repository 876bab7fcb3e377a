import { describe, expect, it } from 'vitest';
import { calmHost } from '../../../src/crawl/host-state';
import { planText } from '../../../src/popup/crawl/plan-text';
import { countersOf, firstDay, overviewOf } from '../snapshot-of';

const { settings } = firstDay;
const planned = (answers: number, delayMs = 0) =>
  overviewOf(
    countersOf({ new: 10 }, { plan: { answers, unknownLists: 0 } }),
    {},
    {
      host: { ...calmHost, delayMs },
    },
  );

describe('the cost of a crawl in words', () => {
  it('gives requests and time, including the jitter between requests', () => {
    expect(planText(planned(2_027), settings)).toBe('about 2,000 requests, about 39 minutes');
    expect(planText(planned(1), settings)).toBe('about 1 request, about 10 seconds');
  });

  it('follows the pace that the user set, or the slower one of a slow site', () => {
    expect(planText(planned(2_000), { ...settings, crawlDelayMs: 2_000 })).toContain(
      'about 1 hour 15 minutes',
    );
    expect(planText(planned(2_000, 4_000), settings)).toContain('about 2 hours 30 minutes');
  });

  it('leaves out the time when there is no delay, and is null when nothing is left to request', () => {
    expect(planText(planned(2_000), { ...settings, crawlDelayMs: 0 })).toBe('about 2,000 requests');
    expect(planText(planned(0), settings)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { calmHost } from '../../../src/crawl/host-state';
import { planText } from '../../../src/popup/crawl/estimates';
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

describe('what a crawl would cost', () => {
  it('is said in requests and time, the jitter between them included', () => {
    expect(planText(planned(2_027), settings)).toBe('about 2,000 requests, about 39 minutes');
    expect(planText(planned(1), settings)).toBe('about 1 request, about 10 seconds');
  });

  it('follows the pace that the person set, and the slower one that the site led to', () => {
    expect(planText(planned(2_000), { ...settings, crawlDelayMs: 2_000 })).toContain(
      'about 1 hour 15 minutes',
    );
    expect(planText(planned(2_000, 4_000), settings)).toContain('about 2 hours 30 minutes');
  });

  it('has no time where no pause bounds it, and is nothing without anything to ask', () => {
    expect(planText(planned(2_000), { ...settings, crawlDelayMs: 0 })).toBe('about 2,000 requests');
    expect(planText(planned(0), settings)).toBeNull();
  });
});

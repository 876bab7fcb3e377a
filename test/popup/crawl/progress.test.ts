import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelStates } from '../../../src/crawl/model-state';
import { crawlShare, requestShare } from '../../../src/popup/crawl/progress';
import { countersOf, overviewOf } from '../snapshot-of';

const byState = fc.record(Object.fromEntries(modelStates.map((state) => [state, fc.nat(100_000)])));

describe('the segments of the crawl bar', () => {
  it('add up to all models, whatever their states', () => {
    fc.assert(
      fc.property(byState, (states) => {
        const counters = countersOf(states);
        const { complete, partial, gone, forbidden, failed, toGo, settled, models } = crawlShare(counters);
        expect(complete + partial + gone + forbidden + failed + toGo).toBe(counters.models);
        expect(settled + toGo).toBe(models);
      }),
    );
  });

  it('leave out models that other machines crawl', () => {
    expect(crawlShare(countersOf({ complete: 3, new: 5 }, { elsewhere: 4 }))).toMatchObject({
      toGo: 1,
      models: 4,
    });
  });

  it('keep forbidden and failed models apart', () => {
    expect(crawlShare(countersOf({ forbidden: 2, failed: 4 }))).toMatchObject({ forbidden: 2, failed: 4 });
  });

  it('count failures that are not gone as worth retrying', () => {
    const share = crawlShare(
      countersOf({ complete: 1, partial: 2, drifted: 4, gone: 8, forbidden: 16, failed: 32 }),
    );
    expect(share.again).toBe(2 + 4 + 16 + 32);
    expect(share.toGo).toBe(0);
  });

  it('count models without tags as worth retrying, but none twice', () => {
    expect(crawlShare(countersOf({ complete: 9 }, { withoutFacts: 2 })).again).toBe(2);
    expect(crawlShare(countersOf({ failed: 3 }, { withoutFacts: 3 })).again).toBe(3);
  });
});

const settled = countersOf({ complete: 12 }, { requests: 40, queued: { answers: 9, unknownLists: 0 } });
const under = { phase: 'crawling', requestsBefore: 37 } as const;

describe('the progress of a recrawl', () => {
  it('is counted in requests of this run', () => {
    expect(requestShare(overviewOf(settled, under))).toEqual({ done: 3, toGo: 9 });
    expect(requestShare(overviewOf(settled, { ...under, phase: 'paused' }))).toEqual({ done: 3, toGo: 9 });
  });

  it('is counted in models while one of them is unsettled, or when no crawl is under way', () => {
    expect(requestShare(overviewOf(countersOf({ complete: 12, new: 1 }), under))).toBeNull();
    expect(requestShare(overviewOf(settled, { ...under, phase: 'done' }))).toBeNull();
    expect(requestShare(overviewOf(settled, { ...under, scope: 'discovery' }))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { requestShare } from '../../../src/popup/crawl/request-share';
import { countersOf, overviewOf } from '../snapshot-of';

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

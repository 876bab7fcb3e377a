import { describe, expect, it } from 'vitest';
import { whyNotCrawl, whyNotDownload } from '../../../src/popup/decide/why-not';
import { countersOf, firstDay, overviewOf } from '../snapshot-of';

const having = (counters: ReturnType<typeof countersOf>) => ({ overview: overviewOf(counters) });

describe('why a button cannot be pressed', () => {
  it('is that nothing was captured', () => {
    expect(whyNotCrawl(firstDay)).toBe('Nothing is captured yet.');
    expect(whyNotDownload(firstDay)).toBe('Nothing is captured yet.');
  });

  it('is that nothing is left to crawl, which does not keep anyone from the download', () => {
    const all = having(countersOf({ complete: 3, gone: 1 }));
    expect(whyNotCrawl(all)).toBe('Every captured model was read.');
    expect(whyNotDownload(all)).toBeNull();
  });

  it('is nothing while models are new, half read, or worth another try', () => {
    for (const state of ['new', 'crawling', 'partial', 'drifted', 'failed', 'forbidden'] as const) {
      expect(whyNotCrawl(having(countersOf({ complete: 3, [state]: 1 })))).toBeNull();
    }
    expect(whyNotCrawl(having(countersOf({ complete: 3 }, { withoutFacts: 1 })))).toBeNull();
  });

  it('is that the stored data were not read', () => {
    expect(whyNotCrawl({ overview: null })).toBe('The stored data are not read yet.');
    expect(whyNotDownload({ overview: null })).toBe('The stored data are not read yet.');
  });
});

import { describe, expect, it } from 'vitest';
import { likelyRequests } from '../../../src/popup/crawl/estimates';

const work = { answers: 900, unknownLists: 750 };

describe('the requests that some work is likely to take', () => {
  it('take lists of unknown length for those of 2016 while few were read', () => {
    expect(likelyRequests(work, { likesPages: 0, sweeps: 0 })).toBe(2_100);
    expect(likelyRequests(work, { likesPages: 4_900, sweeps: 49 })).toBe(2_100);
  });

  it('take them for as long as those that were read', () => {
    expect(likelyRequests(work, { likesPages: 150, sweeps: 50 })).toBe(900 + 3 * 750);
  });

  it('are nothing where there is nothing to ask', () => {
    expect(likelyRequests({ answers: 0, unknownLists: 0 }, { likesPages: 150, sweeps: 50 })).toBe(0);
  });
});

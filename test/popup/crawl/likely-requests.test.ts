import { describe, expect, it } from 'vitest';
import { likelyRequests } from '../../../src/popup/crawl/likely-requests';

const work = { answers: 900, unknownLists: 750 };

describe('the likely number of requests', () => {
  it('counts a list of unknown length as one of 2016 while few lists were read', () => {
    expect(likelyRequests(work, { likesPages: 0, sweeps: 0 })).toBe(2_100);
    expect(likelyRequests(work, { likesPages: 4_900, sweeps: 49 })).toBe(2_100);
  });

  it('counts a list of unknown length as long as the lists read so far', () => {
    expect(likelyRequests(work, { likesPages: 150, sweeps: 50 })).toBe(900 + 3 * 750);
  });

  it('is zero when nothing is left to request', () => {
    expect(likelyRequests({ answers: 0, unknownLists: 0 }, { likesPages: 150, sweeps: 50 })).toBe(0);
  });
});

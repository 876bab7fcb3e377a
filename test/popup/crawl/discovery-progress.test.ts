import { describe, expect, it } from 'vitest';
import { likeCounts } from '../../../practice/world/like-counts';
import { beginDiscovery } from '../../../src/crawl/discovery-state';
import { discoveryRest } from '../../../src/popup/crawl/discovery-progress';

const after = (pages: number, first: number, last: number, minimumLikes = 5) =>
  discoveryRest({
    ...beginDiscovery(minimumLikes, 0),
    pages,
    listed: 24 * pages,
    firstLikeCount: first,
    lastLikeCount: last,
  });

describe('the estimate of how many models are still to be listed', () => {
  it('is unknown during the first pages, and for models without likes', () => {
    expect(after(9, 5_000, 280)).toBeNull();
    expect(after(10, 5_000, 272)).not.toBeNull();
    expect(after(10, 5_000, 272, 0)).toBeNull();
    expect(discoveryRest({ ...beginDiscovery(5, 0), pages: 12 })).toBeNull();
  });

  it('is within a sixth of the truth for the data of 2016, from the tenth page on', () => {
    const counts = likeCounts({ seed: 7, models: 28_806, users: 62_583, likes: 632_840 }).sort(
      (a, b) => b - a,
    );
    const pagesInAll = counts.filter((likes) => likes >= 5).length / 24;
    for (const pages of [10, 20, 100, 400, 800]) {
      const estimate = pages + after(pages, counts[0]!, counts[24 * pages - 1]!)!;
      expect(estimate / pagesInAll).toBeGreaterThan(5 / 6);
      expect(estimate / pagesInAll).toBeLessThan(7 / 6);
    }
  });

  it('never exceeds a straight line through the pages seen', () => {
    // 240 models from 1,000 likes down to 10: half the likes are reached long before the slope of 2016 would.
    const models = 240 ** (Math.log(1_000 / 5) / Math.log(1_000 / 10));
    expect(after(10, 1_000, 10)).toBe(Math.ceil((models - 240) / 24));
  });

  it('is zero at the minimum, and finite if all models have the same likes', () => {
    expect(after(10, 5_000, 5)).toBe(0);
    expect(after(10, 50, 50)).toBe(Math.ceil((240 * 10 ** (1 / 0.85) - 240) / 24));
  });
});

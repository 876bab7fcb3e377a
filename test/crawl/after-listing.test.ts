import { describe, expect, it } from 'vitest';
import { afterListing } from '../../src/crawl/after-listing';
import { type DiscoveryRequest, discoveryKey } from '../../src/crawl/crawl-request';
import { noFacts } from '../../src/sketchfab/model-facts';
import { modelUid } from './small-world';

const request: DiscoveryRequest = {
  kind: 'discovery',
  uniqueKey: discoveryKey,
  state: 'pending',
  order: 0,
  notBefore: 99,
  retryCount: 2,
  lastError: 'an error before',
  pageIndex: 0,
  likelyAnswers: null,
  position: 'P',
  minimumLikes: 10,
  landmark: null,
  lastLikeCount: null,
  emptyPagesInRow: 0,
};

/** What follows a page that lists models with these numbers of likes and leads to `next`. */
function after(likes: readonly (number | null)[], next: string | null, own: Partial<DiscoveryRequest> = {}) {
  const models = likes.map((likeCount, i) => ({ ...noFacts(modelUid(i)), likeCount }));
  return afterListing({ ...request, ...own }, { models, unreadableRows: 0, next });
}
const likesOf = ({ models }: ReturnType<typeof after>) => models.map(({ likeCount }) => likeCount);

describe('a page of the catalogue, most liked first,', () => {
  it('leads to the next with nothing left of its own retries, and passes on the likes of its last model', () => {
    expect(after([30, 20], 'Q')).toEqual({
      models: expect.objectContaining({ length: 2 }) as unknown,
      firstLikeCount: 30,
      lastLikeCount: 20,
      error: null,
      next: {
        ...request,
        pageIndex: 1,
        position: 'Q',
        landmark: 'Q',
        lastLikeCount: 20,
        notBefore: 0,
        retryCount: 0,
        lastError: null,
      },
    });
  });

  it('gives the models with enough likes, and is the last that is asked for if none has', () => {
    expect(likesOf(after([11, 10, 9, null], 'Q'))).toEqual([11, 10]);
    expect(likesOf(after([1, 0, null], 'Q', { minimumLikes: 0 }))).toEqual([1, 0]);
    expect(after([11, 10, 9], 'Q').next).not.toBeNull();
    expect(after([9, 8], 'Q')).toMatchObject({ models: [], next: null, error: null });
  });

  it('is the last of the catalogue if it leads nowhere', () => {
    expect(after([30, 20], null)).toMatchObject({ next: null, error: null });
    expect(after([], null, { emptyPagesInRow: 2, landmark: null })).toMatchObject({
      next: null,
      error: null,
    });
  });

  it('keeps the likes of the last model listed where a model tells none', () => {
    expect(after([null, 20, null], 'Q')).toMatchObject({ firstLikeCount: 20, lastLikeCount: 20 });
    expect(after([], 'Q', { lastLikeCount: 15 })).toMatchObject({ firstLikeCount: null, lastLikeCount: 15 });
  });

  it('that is empty leads on, but not the third in a row', () => {
    expect(after([], 'Q').next).toMatchObject({ emptyPagesInRow: 1 });
    expect(after([], 'Q', { emptyPagesInRow: 1 }).next).toMatchObject({ emptyPagesInRow: 2 });
    expect(after([], 'Q', { emptyPagesInRow: 2 })).toMatchObject({
      next: null,
      error: 'the list of models ends in empty pages',
    });
    expect(after([20], 'Q', { emptyPagesInRow: 2 }).next).toMatchObject({ emptyPagesInRow: 0 });
  });

  it.each([
    ['itself', { position: 'Q' }],
    ['the page that was remembered', { landmark: 'Q' }],
  ])('that leads to %s ends a list that runs in a circle', (_what, own) => {
    expect(after([20], 'Q', own)).toMatchObject({ next: null, error: 'the list of models runs in a circle' });
  });

  it('is remembered if it is the first, second, fourth or eighth, to notice such a circle', () => {
    const landmarks = Array.from({ length: 9 }, (_, pageIndex) =>
      after([20], 'Q', { pageIndex, landmark: 'L' }),
    );
    const remembered = landmarks.flatMap(({ next }) => (next?.landmark === 'Q' ? [next.pageIndex] : []));
    expect(remembered).toEqual([1, 2, 4, 8]);
    expect(landmarks[2]?.next?.landmark).toBe('L');
  });

  it('without any number of likes ends a list that does not say how many', () => {
    expect(after([null], 'Q')).toMatchObject({
      next: null,
      error: 'the list of models does not say how many likes they have',
    });
  });

  it.each<[string, readonly number[], number | null, boolean]>([
    ['more than twice the likes of the page before, and 24,', [65], 20, true],
    ['just twice the likes of the page before, and 24,', [64], 20, false],
    ['many more than the first of the first page', [20, 65], null, true],
    ['a few more than the first of the first page', [20, 64], null, false],
  ])('with a model with %s ends a list that is not sorted: %#', (_what, likes, lastLikeCount, ends) => {
    const error = ends ? 'the list of models is not sorted by likes' : null;
    expect(after(likes, 'Q', { lastLikeCount }).error).toBe(error);
    expect(after(likes, 'Q', { lastLikeCount }).next === null).toBe(ends);
  });
});

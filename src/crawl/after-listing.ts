import type { ListingPosition } from '../sketchfab/addresses';
import type { ListingPage } from '../sketchfab/listing-page';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { DiscoveryRequest } from './crawl-request';

export type AfterListing = {
  /** The models on the page with enough likes. */
  readonly models: readonly ModelFacts[];
  readonly firstLikeCount: number | null;
  readonly lastLikeCount: number | null;
  /** The next request, or `null` at the end. */
  readonly next: DiscoveryRequest | null;
  /** Why the list ended early. */
  readonly error: string | null;
};

const words = {
  circle: 'the list of models runs in a circle',
  empty: 'the list of models ends in empty pages',
  unsorted: 'the list of models is not sorted by likes',
  silent: 'the list of models does not say how many likes they have',
};
const maxEmptyPagesInRow = 3;

/** What follows a page of the catalogue, which lists the most liked models first. */
export function afterListing(request: DiscoveryRequest, page: ListingPage): AfterListing {
  const counts = page.models.map(({ likeCount }) => likeCount).filter((count) => count !== null);
  const models = page.models.filter(({ likeCount }) => (likeCount ?? -1) >= request.minimumLikes);
  const lastLikeCount = counts.at(-1) ?? request.lastLikeCount;
  const found = { models, firstLikeCount: counts[0] ?? null, lastLikeCount };
  const error = findError(request, page, counts);
  const isOver = page.next === null || error !== null || (counts.length > 0 && models.length === 0);
  const next = isOver ? null : nextRequest(request, page, lastLikeCount);
  return { ...found, error, next };
}

function findError(request: DiscoveryRequest, page: ListingPage, counts: readonly number[]): string | null {
  if (page.models.length > 0 && counts.length === 0) return words.silent;
  if (page.next !== null && (page.next === request.landmark || page.next === request.position))
    return words.circle;
  const isEmpty = page.models.length === 0;
  if (page.next !== null && isEmpty && request.emptyPagesInRow + 1 >= maxEmptyPagesInRow) return words.empty;
  return climbs(request.lastLikeCount, counts) ? words.unsorted : null;
}

/** Likes change while the list is read, so a small increase does not mean another order. */
function climbs(before: number | null, counts: readonly number[]): boolean {
  const ceiling = before === null ? (counts[0] ?? 0) : before;
  return counts.some((count) => count > 2 * ceiling + 24);
}

function nextRequest(
  request: DiscoveryRequest,
  page: ListingPage,
  lastLikeCount: number | null,
): DiscoveryRequest {
  const pageIndex = request.pageIndex + 1;
  const isPowerOfTwo = (pageIndex & (pageIndex - 1)) === 0;
  return {
    ...request,
    pageIndex,
    position: page.next as ListingPosition,
    landmark: isPowerOfTwo ? page.next : request.landmark,
    lastLikeCount,
    emptyPagesInRow: page.models.length === 0 ? request.emptyPagesInRow + 1 : 0,
    notBefore: 0,
    retryCount: 0,
    lastError: null,
  };
}

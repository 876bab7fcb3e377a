import type { ModelUid } from './model-uid';
import { apiOrigin, siteOrigin } from './site';

/**
 * Where in a model's list of likers a request stands: the query parameters that the site's last answer led to,
 * without `model`. Opaque but for `offset`, see `nextLikesPosition`.
 */
export type LikesPosition = string;

/** 24 is what the site's own client asked for; a larger count was never seen to be obeyed. */
export const likesPerPage = 24;
export const firstLikesPosition: LikesPosition = `count=${likesPerPage}`;

export const likesAddress = `${siteOrigin}/i/likes`;

/** The likers of a model, in the site's order. Undocumented, but what the site's own pages ask. */
export function likesUrl(modelUid: ModelUid, position: LikesPosition): string {
  return `${likesAddress}?model=${encodeURIComponent(modelUid)}&${position}`;
}

/** One model of the documented API, with its categories by name, which the site's own endpoint lacks. */
export function modelUrl(modelUid: ModelUid): string {
  return `${apiOrigin}/v3/models/${encodeURIComponent(modelUid)}`;
}

/** Where in the catalogue a request stands, as a query string. The site ignores a `count` above 24. */
export type ListingPosition = string;

const byLikes = 'sort_by=-likeCount&count=24';
export const firstListingPosition: ListingPosition = byLikes;

export function listingPosition(cursor: string): ListingPosition {
  return `${byLikes}&cursor=${encodeURIComponent(cursor)}`;
}

/** Public models of the documented API, the most liked first. */
export function listingUrl(position: ListingPosition): string {
  return `${apiOrigin}/v3/models?${position}`;
}

export function robotsUrl(origin: string): string {
  return `${origin}/robots.txt`;
}

import type { ModelUid } from './model-uid';
import { apiOrigin, siteOrigin } from './site';

/**
 * A position in a model's list of likers: the query parameters of the next page as the last response gave them, without
 * `model`. Opaque except for `offset`, see `nextLikesPosition`.
 */
export type LikesPosition = string;

/** The site's own client requests 24. No larger count is known to work. */
export const likesPerPage = 24;
export const firstLikesPosition: LikesPosition = `count=${likesPerPage}`;

export const likesAddress = `${siteOrigin}/i/likes`;

/** The users who liked a model, in the site's order. Undocumented, but used by the site's own pages. */
export function likesUrl(modelUid: ModelUid, position: LikesPosition): string {
  return `${likesAddress}?model=${encodeURIComponent(modelUid)}&${position}`;
}

/** The page of a model; the site adds its name to the address. */
export function modelPageUrl(modelUid: ModelUid): string {
  return `${siteOrigin}/3d-models/${encodeURIComponent(modelUid)}`;
}

/** One model in the documented API. It names the categories; the site's own endpoint does not. */
export function modelUrl(modelUid: ModelUid): string {
  return `${apiOrigin}/v3/models/${encodeURIComponent(modelUid)}`;
}

/** A position in the catalogue, as a query string. The site ignores a `count` above 24. */
export type ListingPosition = string;

const byLikes = 'sort_by=-likeCount&count=24';
export const firstListingPosition: ListingPosition = byLikes;

export function listingPosition(cursor: string): ListingPosition {
  return `${byLikes}&cursor=${encodeURIComponent(cursor)}`;
}

/** Public models in the documented API, most liked first. */
export function listingUrl(position: ListingPosition): string {
  return `${apiOrigin}/v3/models?${position}`;
}

export function robotsUrl(origin: string): string {
  return `${origin}/robots.txt`;
}

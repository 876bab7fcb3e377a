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

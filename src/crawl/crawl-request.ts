import type { LikesPosition, ListingPosition } from '../sketchfab/addresses';
import type { ModelUid } from '../sketchfab/model-uid';

/**
 * A request of the queue. It is `pending` until it has been handled, which removes it. A request that was given up
 * stays as `failed`, with its last error.
 */
export type CrawlRequest = ModelRequest | DiscoveryRequest;

type AnyRequest = {
  /** `likes:<model>`, `model:<model>` or `discovery`. */
  readonly uniqueKey: string;
  readonly state: 'pending' | 'failed';
  /** The place in the queue: discovery first, then models in the order of capture, second passes last. */
  readonly order: number;
  /** When it is due, ms since 1970; 0 for at once. */
  readonly notBefore: number;
  /** Failed attempts since the last page that was read. */
  readonly retryCount: number;
  readonly lastError: string | null;
  /** The index of the next page, from 0. `position` is its address. */
  readonly pageIndex: number;
  /** The likely number of responses still to come, for estimating the time left; `null` if unknown. */
  readonly likelyAnswers: number | null;
};

/** The number of likes that the site shows for a model. */
export type ShownCount = {
  readonly count: number;
  /** Told by an answer to the crawl. A number that only a page told can cast doubt on a list, but proves nothing. */
  readonly isAnswered: boolean;
};

/** Requests the likes of a model, page by page, or its facts. */
export type ModelRequest = AnyRequest & {
  readonly kind: 'likes' | 'model';
  readonly modelUid: ModelUid;
  /** The model was refused in an earlier crawl. */
  readonly wasForbidden: boolean;
  /** The number of the sweep through the list of likes. */
  readonly sweep: number;
  readonly position: LikesPosition;
  /** `newest` may end where it reaches likes that an earlier complete sweep has. `whole` reads to the end of the list. */
  readonly extent: 'whole' | 'newest';
  /** The first pass disagreed with the number of likes that the site shows. */
  readonly isSecondPass: boolean;
  /** Likes shown just before the first page was read; `null` before that or if unknown. A later number proves nothing. */
  readonly likesBefore: ShownCount | null;
};

/** Requests the catalogue, most liked models first, down to `minimumLikes`. */
export type DiscoveryRequest = AnyRequest & {
  readonly kind: 'discovery';
  readonly position: ListingPosition;
  readonly minimumLikes: number;
  /** The position when `pageIndex` was last a power of two. Meeting it again means a cycle (Brent's algorithm). */
  readonly landmark: ListingPosition | null;
  /** Likes of the last model listed. A list sorted by likes never increases. */
  readonly lastLikeCount: number | null;
  readonly emptyPagesInRow: number;
};

export const uniqueKeyOf = (kind: ModelRequest['kind'], modelUid: ModelUid) => `${kind}:${modelUid}`;
export const discoveryKey = 'discovery';

/** What a request is about. Errors with one subject are treated differently from errors with many. */
export const subjectOf = (request: CrawlRequest): string =>
  request.kind === 'discovery' ? discoveryKey : request.modelUid;

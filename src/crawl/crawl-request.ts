import type { LikesPosition, ListingPosition } from '../sketchfab/addresses';
import type { ModelUid } from '../sketchfab/model-uid';

/**
 * One thing still to ask of the site. It is in the queue while it is `pending`, leaves it when it was handled, and
 * stays as `failed`, with its last error, when it was given up.
 */
export type CrawlRequest = ModelRequest | DiscoveryRequest;

type AnyRequest = {
  /** `likes:<model>`, `model:<model>` or `discovery`: each is in the queue at most once. */
  readonly uniqueKey: string;
  readonly state: 'pending' | 'failed';
  /** Asked in this order: discovery first, then models as they were captured, second passes last. */
  readonly order: number;
  /** Not before this moment, ms since 1970; 0 for at once. */
  readonly notBefore: number;
  /** Tries that failed since the last page that was read. */
  readonly retryCount: number;
  readonly lastError: string | null;
  /** The page that comes next, from 0; `position` says where it is. */
  readonly pageIndex: number;
  /** How many answers this is likely to take still; `null` when nobody can know. For the time left. */
  readonly likelyAnswers: number | null;
};

/** What is known of one model: its likes, page by page, or its facts. */
export type ModelRequest = AnyRequest & {
  readonly kind: 'likes' | 'model';
  readonly modelUid: ModelUid;
  /** Refused in an earlier crawl. */
  readonly isSecondLook: boolean;
  /** The sweep through the list of likes. */
  readonly sweep: number;
  readonly position: LikesPosition;
  /** `newest` may end as soon as it meets what an earlier complete sweep knows; `whole` goes to the end of the list. */
  readonly extent: 'whole' | 'newest';
  /** Read again, since the first pass did not agree with the number of likes the site shows. */
  readonly isSecondPass: boolean;
  /** Likes shown when the first page was read; `null` before that, and where nobody knew. A later number proves nothing. */
  readonly likesBefore: number | null;
};

/** The catalogue, the most liked models first, down to those with too few likes. */
export type DiscoveryRequest = AnyRequest & {
  readonly kind: 'discovery';
  readonly position: ListingPosition;
  readonly minimumLikes: number;
  /** The position at the last power of two of `pageIndex`: to come by it again is to go in a circle. */
  readonly landmark: ListingPosition | null;
  /** Likes of the last model listed: a list by likes never climbs again. */
  readonly lastLikeCount: number | null;
  readonly emptyPagesInRow: number;
};

export const uniqueKeyOf = (kind: ModelRequest['kind'], modelUid: ModelUid) => `${kind}:${modelUid}`;
export const discoveryKey = 'discovery';

/** What a request is about, so that trouble with one thing is told from trouble with many. */
export const subjectOf = (request: CrawlRequest): string =>
  request.kind === 'discovery' ? discoveryKey : request.modelUid;

import type { LikesPosition } from '../sketchfab/addresses';
import type { ModelUid } from '../sketchfab/model-uid';

/**
 * One thing still to ask of the site. It is in the queue while it is `pending`, leaves it when it was handled, and
 * stays as `failed`, with its last error, when it was given up.
 */
export type CrawlRequest = {
  /** `likes:<model>` or `model:<model>`: a model is asked for each at most once at a time. */
  readonly uniqueKey: string;
  readonly kind: 'likes' | 'model';
  readonly modelUid: ModelUid;
  readonly state: 'pending' | 'failed';
  /** Models are crawled in the order in which they were captured. */
  readonly order: number;
  /** Not before this moment, ms since 1970; 0 for at once. */
  readonly notBefore: number;
  /** Tries that failed since the last page that was read. */
  readonly retryCount: number;
  readonly lastError: string | null;
  /** Refused in an earlier crawl. */
  readonly isSecondLook: boolean;
  /** For likes: the sweep through the list, and the page of it that comes next. */
  readonly sweep: number;
  readonly pageIndex: number;
  readonly position: LikesPosition;
};

export const uniqueKeyOf = (kind: CrawlRequest['kind'], modelUid: ModelUid) => `${kind}:${modelUid}`;

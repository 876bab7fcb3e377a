/** The state of this browser's crawl. It is a row of the database, so it survives restarts. */
export type CrawlState = {
  readonly phase:
    | 'idle' // never started, or stopped
    | 'crawling'
    | 'paused' // by the user
    | 'blocked' // by the site, until the user resumes
    | 'done';
  /** What it requests: the catalogue alone, or everything in the queue. */
  readonly scope: 'discovery' | 'everything';
  /**
   * Why the crawl does not progress. While `blocked`: what the site answered. While `crawling`: an error in this browser,
   * such as a full disk; the crawl retries by itself.
   */
  readonly reason: string | null;
  readonly blockedBy: BlockedBy | null;
  /** When the crawl was started or last resumed, ms since 1970, and the number of requests made before. For its speed. */
  readonly runningSince: number | null;
  readonly requestsBefore: number;
};

/** Whether there is a crawl to go on with: running, paused or blocked. */
export function isUnderWay({ phase }: Pick<CrawlState, 'phase'>): boolean {
  return phase !== 'idle' && phase !== 'done';
}

export type BlockedBy =
  | 'wall' // the site checks for humans
  | 'refusals' // many models in a row were refused
  | 'robots' // robots.txt disallows the request, and the user has not decided to ignore it
  | 'format'; // the responses for many models in a row could not be parsed

export const idleCrawl: CrawlState = {
  phase: 'idle',
  scope: 'everything',
  reason: null,
  blockedBy: null,
  runningSince: null,
  requestsBefore: 0,
};

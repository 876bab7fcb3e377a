/** The one crawl of this browser. A row of the database, so that it means the same after any restart. */
export type CrawlState = {
  readonly phase:
    | 'idle' // never started, or stopped
    | 'crawling'
    | 'paused' // by the person
    | 'blocked' // by the site: it wants to see a person
    | 'done';
  /**
   * What holds the crawl up: while `blocked` the site's answer, while `crawling` trouble in this browser, such as a
   * full disk, after which it tries again by itself.
   */
  readonly reason: string | null;
  /** When this run began or was last resumed, ms since 1970, and the number of requests made before. For the pace. */
  readonly runningSince: number | null;
  readonly requestsBefore: number;
};

export const idleCrawl: CrawlState = { phase: 'idle', reason: null, runningSince: null, requestsBefore: 0 };

/** The one crawl of this browser. A row of the database, so that it means the same after any restart. */
export type CrawlState = {
  readonly phase:
    | 'idle' // never started, or stopped
    | 'crawling'
    | 'paused' // by the person
    | 'blocked' // by the site, until a person looks
    | 'done';
  /** What it asks for: the catalogue alone, or everything that is queued. */
  readonly scope: 'discovery' | 'everything';
  /**
   * What holds the crawl up: while `blocked` the site's answer, while `crawling` trouble in this browser, such as a
   * full disk, after which it tries again by itself.
   */
  readonly reason: string | null;
  readonly blockedBy: BlockedBy | null;
  /** When this run began or was last resumed, ms since 1970, and the number of requests made before. For the pace. */
  readonly runningSince: number | null;
  readonly requestsBefore: number;
};

/** Whether there is a crawl to go on with: running, paused or blocked. */
export function isUnderWay({ phase }: Pick<CrawlState, 'phase'>): boolean {
  return phase !== 'idle' && phase !== 'done';
}

export type BlockedBy =
  | 'wall' // the site wants to see a person
  | 'refusals' // one model after the other was refused
  | 'robots' // robots.txt asks crawlers to stay away, and the person has not decided otherwise
  | 'format'; // answers of one model after the other cannot be read

export const idleCrawl: CrawlState = {
  phase: 'idle',
  scope: 'everything',
  reason: null,
  blockedBy: null,
  runningSince: null,
  requestsBefore: 0,
};

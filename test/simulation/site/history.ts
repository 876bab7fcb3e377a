import type { LikesPageToSave } from '../../../src/crawl/crawl-queue';
import type { CrawlRequest } from '../../../src/crawl/crawl-request';
import type { ModelState } from '../../../src/crawl/model-state';

/** One request as the site and the wire saw it. Moments are true time, ms since 1970; steps are the scheduler's. */
export type Sent = {
  readonly url: string;
  /** `uniqueKey` of what it was about, or the address of a robots.txt. */
  readonly key: string;
  /** Names the very page of the very sweep of the very crawl: asked twice, it is a repeat. */
  readonly identity: string;
  readonly worker: string;
  readonly claim: { readonly step: number; readonly wall: number; readonly era: number };
  readonly leftAt: number;
  readonly servedAt: number;
  readonly arrivesAt: number;
  readonly arrivesAtWall: number;
  /** The pause that the person's setting and, where it was read, the robots.txt of this host ask for, in ms. */
  readonly delayMs: number;
  /** The true answer, and in time. */
  readonly isGood: boolean;
  readonly toldMs: number | null;
  /** Set when a step with it was stored: from then on what it said is known. */
  storedAtStep: number | null;
};

/** A step that the database acknowledged. */
export type Ack = { readonly step: number; readonly sent: Sent | undefined } & (
  | {
      readonly did: 'page';
      readonly request: CrawlRequest & { kind: 'likes' };
      readonly page: LikesPageToSave;
    }
  | { readonly did: 'facts'; readonly request: CrawlRequest }
  | { readonly did: 'listing'; readonly request: CrawlRequest; readonly uids: readonly string[] }
  | { readonly did: 'give-up'; readonly request: CrawlRequest; readonly state: ModelState }
  | { readonly did: 'other'; readonly request: CrawlRequest | null }
);

/** Everything that happened, for the checker to look back on. */
export class History {
  readonly sent: Sent[] = [];
  readonly acks: Ack[] = [];
  /** Whether the crawl was on, from which step on. */
  readonly phases: { readonly step: number; readonly isOn: boolean }[] = [{ step: 0, isOn: false }];
  /** Lanes of workers that ended with a request under way, at most: so many pages may be asked once more. */
  lostAnswers = 0;
  /** Clock jumps and power losses so far: what was known of time before one is void after it. */
  era = 0;
  powerLosses = 0;
  readonly deaths: { readonly worker: string; readonly at: number }[] = [];
  /** The steps from which and to which a worker crawled. `to` is infinite while it still crawls. */
  readonly crawls: { readonly worker: string; readonly from: number; to: number }[] = [];

  endCrawl(worker: string, step: number): void {
    const crawl = this.crawls.findLast((one) => one.worker === worker);
    if (crawl) crawl.to = Math.min(crawl.to, step);
  }
}

import type { LikesPageToSave } from '../../../src/crawl/crawl-queue';
import type { CrawlRequest } from '../../../src/crawl/crawl-request';
import type { ModelState } from '../../../src/crawl/model-state';

/** One request as the site and the wire saw it. Times are true time, ms since 1970; steps are the scheduler's. */
export type Sent = {
  readonly url: string;
  /** The `uniqueKey` of its subject, or the address of a robots.txt. */
  readonly key: string;
  /** Identifies the page of a sweep of a crawl. Requested twice, it is a repeat. */
  readonly identity: string;
  readonly worker: string;
  readonly claim: { readonly step: number; readonly wall: number; readonly era: number };
  readonly leftAt: number;
  readonly servedAt: number;
  readonly arrivesAt: number;
  readonly arrivesAtWall: number;
  /** The delay required by the user's setting and, if it was read, this host's robots.txt, in ms. */
  readonly delayMs: number;
  /** Whether the response was good and in time. */
  readonly isGood: boolean;
  readonly toldMs: number | null;
  /** Set when a step with it was stored, from which moment its content is known. */
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

/** Everything that happened, for the checker. */
export class History {
  readonly sent: Sent[] = [];
  readonly acks: Ack[] = [];
  /** Whether the crawl was running, from which step on. */
  readonly phases: { readonly step: number; readonly isOn: boolean }[] = [{ step: 0, isOn: false }];
  /** The most lanes that ended with a request under way: as many pages may be requested again. */
  lostAnswers = 0;
  /** The number of clock jumps and power losses: times from before one are meaningless after it. */
  era = 0;
  powerLosses = 0;
  readonly deaths: { readonly worker: string; readonly at: number }[] = [];
  /** The steps between which a worker crawled. `to` is infinite while it still crawls. */
  readonly crawls: { readonly worker: string; readonly from: number; to: number }[] = [];

  endCrawl(worker: string, step: number): void {
    const crawl = this.crawls.findLast((one) => one.worker === worker);
    if (crawl) crawl.to = Math.min(crawl.to, step);
  }
}

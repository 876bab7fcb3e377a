import type { ModelFacts } from '../sketchfab/model-facts';
import type { UserUid } from '../sketchfab/user-uid';
import type { AfterListing } from './after-listing';
import type { AfterPage } from './after-page';
import type { CrawlRequest, DiscoveryRequest, ModelRequest } from './crawl-request';
import type { BlockedBy, CrawlState } from './crawl-state';
import type { HostState } from './host-state';
import type { ModelState } from './model-state';
import type { HostRules, SiteRules } from './site-rules';
import type { ReadPage } from './sweep-memory';

/** Where the crawl stands: all that one step needs to know, from one moment. */
export type CrawlSnapshot = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly rules: SiteRules;
  /** The first pending request whose time has come; `undefined` when there is none. */
  readonly request: CrawlRequest | undefined;
  /** When none is due: the moment the next one is, `undefined` when nothing is left to ask. */
  readonly nextDue: number | undefined;
};

export type LikesPageToSave = ReadPage & {
  readonly usernames: readonly (string | null)[];
  readonly fetchedAt: number;
  /** Those of `userUids` that no earlier page of the sweep had shown. */
  readonly freshUsers: readonly UserUid[];
  readonly after: AfterPage;
};

/** The pages of a sweep stored so far, and the users of the list that it may replace. */
export type SweepSoFar = { readonly pages: readonly ReadPage[]; readonly known: readonly UserUid[] };

/**
 * The request queue and the pages it yields, as the crawler needs them. Lifecycle of a request:
 *
 * 1. `readCrawlSnapshot` hands it out. It stays in the queue, so a worker that dies with it loses nothing.
 * 2. Exactly one of `saveLikesPage`, `saveModelFacts`, `saveListing`, `reclaimRequest`, `giveUpRequest` and
 *    `blockCrawl` ends the step. Each is one strict transaction over page, cursor, model, counters and the host's next
 *    moment: all of it is there, or none.
 * 3. Each does nothing when the request is no longer where this step found it. So an answer is counted once,
 *    whoever else was asking; the return value says whether it was.
 *
 * The host's next moment only ever moves ahead (`laterHost`), whatever order two answers are written in.
 * Every method throws when the database refuses; nothing is swallowed.
 */
export type CrawlQueue = {
  readCrawlSnapshot(now: number, inFlight: ReadonlySet<string>): Promise<CrawlSnapshot>;
  /** Reserves the next request; false if another lane reserved it first or the crawl is no longer running. */
  claimTurn(claim: Claim): Promise<boolean>;
  readSweep(request: ModelRequest): Promise<SweepSoFar>;
  /** What the site shows of this model now; `null` when nobody has seen it. */
  readLikeCount(request: ModelRequest): Promise<number | null>;
  saveLikesPage(request: ModelRequest, page: LikesPageToSave, host: HostState): Promise<boolean>;
  saveModelFacts(request: ModelRequest, facts: ModelFacts, host: HostState): Promise<boolean>;
  /** Takes in the models of a page of the catalogue. */
  saveListing(
    request: DiscoveryRequest,
    listing: AfterListing,
    host: HostState,
    now: number,
  ): Promise<boolean>;
  /** What robots.txt of `origin` says, or with `null` that it could not be read this time. */
  saveRules(origin: string, rules: HostRules | null, host: HostState): Promise<void>;
  /** Back into the queue, to be handed out again at `change.notBefore`. */
  reclaimRequest(request: CrawlRequest, change: Reclaim, host: HostState): Promise<boolean>;
  giveUpRequest(
    request: CrawlRequest,
    end: { state: ModelState; cause: string },
    host: HostState,
  ): Promise<boolean>;
  /** The crawl waits until a person resumes it. What was being asked, if anything, stays as it was. */
  blockCrawl(request: CrawlRequest | null, block: Block, host: HostState): Promise<void>;
  /** How many requests are left to ask, counted up to `most`. */
  countPending(most: number): Promise<number>;
  /** Done, if the crawl is still on and nothing is left to ask. */
  finishCrawl(): Promise<void>;
};

export type Claim = {
  /** As it stood when the turn was chosen. */
  readonly host: HostState;
  /** Until when the turn is ours alone, or `null` for one that keeps nobody else waiting. */
  readonly until: number | null;
  readonly now: number;
};
export type Block = { readonly by: BlockedBy; readonly cause: string };
export type Reclaim = Pick<CrawlRequest, 'notBefore' | 'retryCount' | 'lastError'>;

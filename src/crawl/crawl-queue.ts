import type { ModelFacts } from '../sketchfab/model-facts';
import type { UserUid } from '../sketchfab/user-uid';
import type { AfterListing } from './after-listing';
import type { AfterPage } from './after-page';
import type { CrawlRequest, DiscoveryRequest, ModelRequest, ShownCount } from './crawl-request';
import type { BlockedBy, CrawlState } from './crawl-state';
import type { HostState } from './host-state';
import type { ModelState } from './model-state';
import type { HostRules, SiteRules } from './site-rules';
import type { ReadPage } from './sweep-memory';

/** Everything one step needs to know about the crawl, from a single transaction. */
export type CrawlSnapshot = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly rules: SiteRules;
  /** The first pending request that is due; `undefined` if none is. */
  readonly request: CrawlRequest | undefined;
  /** If none is due: when the next one will be, or `undefined` if none is left. */
  readonly nextDue: number | undefined;
};

export type LikesPageToSave = ReadPage & {
  readonly usernames: readonly (string | null)[];
  readonly fetchedAt: number;
  /** Whether the page shows that everyone may see the model. */
  readonly isPublic: boolean;
  /** The users who were on no earlier page of the sweep. */
  readonly freshUsers: readonly UserUid[];
  readonly after: AfterPage;
};

/** What an answer says of a model, and whether it shows that everyone may see it; `null` if it cannot tell. */
export type AnsweredModel = { readonly facts: ModelFacts; readonly isPublic: boolean | null };

/** The stored pages of a sweep, and the users in the list that it may replace. */
export type SweepSoFar = { readonly pages: readonly ReadPage[]; readonly known: readonly UserUid[] };

/**
 * The request queue and what its requests yield, as the crawler needs them. Lifecycle of a request:
 *
 * 1. `readCrawlSnapshot` returns it. It stays in the queue, so nothing is lost if the worker dies.
 * 2. Exactly one of `saveLikesPage`, `saveModelFacts`, `saveListing`, `reclaimRequest`, `giveUpRequest` and
 *    `blockCrawl` ends the step, in one strict transaction over page, cursor, model, counters and the host's next
 *    allowed time.
 * 3. They store nothing of the response and return false if the request has changed since the step began. So a response
 *    counts only once.
 *
 * The host's next allowed time only moves forward (`laterHost`), in whatever order responses are stored.
 * Every method rejects when the database fails.
 */
export type CrawlQueue = {
  readCrawlSnapshot(now: number, inFlight: ReadonlySet<string>): Promise<CrawlSnapshot>;
  /** Reserves the next request; false if another lane reserved it first or the crawl is no longer running. */
  claimTurn(claim: Claim): Promise<boolean>;
  readSweep(request: ModelRequest): Promise<SweepSoFar>;
  /** The last known number of likes that the site shows for this model; `null` if unknown. */
  readLikeCount(request: ModelRequest): Promise<ShownCount | null>;
  saveLikesPage(request: ModelRequest, page: LikesPageToSave, host: HostState): Promise<boolean>;
  saveModelFacts(request: ModelRequest, answered: AnsweredModel, host: HostState): Promise<boolean>;
  /** Upserts the models on a page of the catalogue. */
  saveListing(
    request: DiscoveryRequest,
    listing: AfterListing & { readonly isPublic: boolean },
    host: HostState,
    now: number,
  ): Promise<boolean>;
  /** Stores the robots.txt of `origin`; `null` if it could not be read this time. */
  saveRules(origin: string, rules: HostRules | null, host: HostState): Promise<void>;
  /** Puts the request back into the queue, due at `change.notBefore`. */
  reclaimRequest(request: CrawlRequest, change: Reclaim, host: HostState): Promise<boolean>;
  giveUpRequest(request: CrawlRequest, end: GivenUp, host: HostState): Promise<boolean>;
  /** Blocks the crawl until the user resumes it. `request` stays in the queue. */
  blockCrawl(request: CrawlRequest | null, block: Block, host: HostState): Promise<void>;
  /** The number of pending requests, counted up to `most`. */
  countPending(most: number): Promise<number>;
  /** Ends the crawl if it is still running and no request is pending. */
  finishCrawl(): Promise<void>;
};

/** `isRefused`: the site said that it does not show the model. Nobody sees more of it without cookies than with them. */
export type GivenUp = {
  readonly state: ModelState;
  readonly cause: string;
  readonly isRefused: boolean;
};

export type Claim = {
  /** The host when the turn was chosen. The claim fails if it has changed since. */
  readonly host: HostState;
  /** Until when no other request may be sent; `null` to let others go ahead at once. */
  readonly until: number | null;
  readonly now: number;
};
export type Block = { readonly by: BlockedBy; readonly cause: string };
export type Reclaim = Pick<CrawlRequest, 'notBefore' | 'retryCount' | 'lastError'>;

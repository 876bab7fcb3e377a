import type { ModelFacts } from '../sketchfab/model-facts';
import type { UserUid } from '../sketchfab/user-uid';
import type { AfterPage } from './after-page';
import type { CrawlRequest } from './crawl-request';
import type { CrawlState } from './crawl-state';
import type { HostState } from './host-state';
import type { ModelState } from './model-state';
import type { ReadPage } from './sweep-memory';

/** Where the crawl stands: all that one step needs to know, from one moment. */
export type Standing = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  /** The first pending request whose time has come; `undefined` when there is none. */
  readonly request: CrawlRequest | undefined;
  /** When none is due: the moment the next one is, `undefined` when nothing is left to ask. */
  readonly nextDue: number | undefined;
};

export type LikesPageToSave = ReadPage & {
  readonly fetchedAt: number;
  /** Those of `userUids` that no earlier page of the sweep had shown. */
  readonly freshUsers: readonly UserUid[];
  readonly after: AfterPage;
};

/**
 * The request queue and the pages it yields, as the crawler needs them. Lifecycle of a request:
 *
 * 1. `readStanding` hands it out. It stays in the queue, so a worker that dies with it loses nothing.
 * 2. Exactly one of `saveLikesPage`, `saveModelFacts`, `reclaimRequest` and `giveUpRequest` ends the step. Each is one
 *    strict transaction over page, cursor, model, counters and the host's next moment: all of it is there, or none.
 * 3. Each does nothing when the request is no longer where this step found it. So an answer is counted once,
 *    whoever else was asking; the return value says whether it was.
 *
 * The host's next moment only ever moves ahead (`laterHost`), whatever order two answers are written in.
 * Every method throws when the database refuses; nothing is swallowed.
 */
export type CrawlQueue = {
  readStanding(now: number, inFlight: ReadonlySet<string>): Promise<Standing>;
  /** Moves the host's next moment from where `host` had it; false when somebody else moved it first. */
  claimTurn(host: HostState, notBefore: number): Promise<boolean>;
  /** The like count that the site shows, if it is known, and the pages of this sweep stored so far. */
  readSweep(request: CrawlRequest): Promise<{ likeCount: number | null; pages: readonly ReadPage[] }>;
  saveLikesPage(request: CrawlRequest, page: LikesPageToSave, host: HostState): Promise<boolean>;
  saveModelFacts(request: CrawlRequest, facts: ModelFacts, host: HostState): Promise<boolean>;
  /** Back into the queue, to be handed out again at `change.notBefore`. */
  reclaimRequest(request: CrawlRequest, change: Reclaim, host: HostState): Promise<boolean>;
  giveUpRequest(
    request: CrawlRequest,
    end: { state: ModelState; cause: string },
    host: HostState,
  ): Promise<boolean>;
  /** Changes the phase only from `from`, so that a person's pause is never overruled by a crawler's end. */
  endCrawl(from: CrawlState['phase'], to: CrawlState['phase'], reason: string | null): Promise<void>;
};

export type Reclaim = Pick<CrawlRequest, 'notBefore' | 'retryCount' | 'lastError'>;

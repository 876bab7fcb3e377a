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
 * 2. Exactly one of `saveLikesPage`, `saveModelFacts`, `reclaimRequest`, `giveUpRequest` and `blockCrawl` ends the step.
 *    Each is one strict transaction over page, cursor, model, counters and the host's next moment: all of it is there, or none.
 * 3. Each does nothing when the request is no longer where this step found it. So an answer is counted once,
 *    whoever else was asking; the return value says whether it was.
 *
 * The host's next moment only ever moves ahead (`laterHost`), whatever order two answers are written in.
 * Every method throws when the database refuses; nothing is swallowed.
 */
export type CrawlQueue = {
  readStanding(now: number, inFlight: ReadonlySet<string>): Promise<Standing>;
  /**
   * Leave to ask now. Moves the host's next moment from where `host` had it to `notBefore`, or leaves it with `null`;
   * false when somebody else moved it first, or the crawl is no longer on.
   */
  claimTurn(host: HostState, notBefore: number | null): Promise<boolean>;
  /** The pages of this sweep stored so far. */
  readSweep(request: CrawlRequest): Promise<readonly ReadPage[]>;
  /** What the site shows of this model now; `null` when nobody has seen it. */
  readLikeCount(request: CrawlRequest): Promise<number | null>;
  saveLikesPage(request: CrawlRequest, page: LikesPageToSave, host: HostState): Promise<boolean>;
  saveModelFacts(request: CrawlRequest, facts: ModelFacts, host: HostState): Promise<boolean>;
  /** Back into the queue, to be handed out again at `change.notBefore`. */
  reclaimRequest(request: CrawlRequest, change: Reclaim, host: HostState): Promise<boolean>;
  giveUpRequest(
    request: CrawlRequest,
    end: { state: ModelState; cause: string },
    host: HostState,
  ): Promise<boolean>;
  /** The site wants to see a person: the request stays as it was, and the crawl waits until it is resumed. */
  blockCrawl(request: CrawlRequest, cause: string, host: HostState): Promise<boolean>;
  /** Done, if the crawl is still on and nothing is left to ask. */
  finishCrawl(): Promise<void>;
};

export type Reclaim = Pick<CrawlRequest, 'notBefore' | 'retryCount' | 'lastError'>;

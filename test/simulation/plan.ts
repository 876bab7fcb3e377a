import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import type { LikesOutDatabase } from '../../src/store/database';
import type { FaultKind } from './site/network-faults';
import type { Paging } from './site/simulated-site';

/** A model of the world. Likers are drawn from `users`. If not `isCaptured`, only the catalogue has it. */
export type PlannedModel = {
  readonly likes: number;
  readonly changes: number;
  readonly shownOffset: number;
  readonly isCaptured: boolean;
};

/** What comes back from the `from`-th request on, for this many requests. */
export type PlannedFault = {
  readonly kind: FaultKind;
  readonly from: number;
  readonly lasts: number;
  /** Only responses about this model, by its index in the world. */
  readonly model: number | null;
};

export type Act =
  | 'pause'
  | 'stop'
  | 'crawl all'
  | 'retry failed'
  | 'discover'
  | 'capture'
  | 'slower'
  | 'clock ahead'
  | 'clock back'
  | 'sleep of the computer'
  | 'second worker';

/** At the `nth` operation of any worker. `during`: a request sent gets no response, a write is undone. */
export type Blow = {
  readonly nth: number;
  readonly is: 'kill before' | 'kill during' | 'kill after' | 'full disk';
  /** Which write of the operation fails. */
  readonly write: number;
};

export type Mutate = (queue: CrawlQueue, db: LikesOutDatabase) => CrawlQueue;

/** Everything that determines a run, except the code under test. */
export type Plan = {
  readonly seed: number;
  readonly database: 'memory' | 'indexed';
  readonly paging: Paging;
  readonly users: number;
  readonly models: readonly PlannedModel[];
  /** Likes come and go for this long from the beginning, in ms. */
  readonly churnMs: number;
  readonly faults: readonly PlannedFault[];
  readonly acts: readonly { readonly atMs: number; readonly act: Act }[];
  readonly blows: readonly Blow[];
  /** The tables fall back from one operation to their state at an earlier one. */
  readonly powerLoss: { readonly from: number; readonly at: number } | null;
  readonly crawlDelayMs: number;
  readonly crawlConcurrency: number;
  readonly robots: 'none' | 'crawl-delay' | 'disallow';
  /** Whether the crawl starts with the catalogue. */
  readonly discovers: boolean;
  /** Whether every list is read once more at the end, when nothing changes anymore. */
  readonly readsAnew: boolean;
};

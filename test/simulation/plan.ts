import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import type { LikesOutDatabase } from '../../src/store/database';
import type { FaultKind } from './site/network-faults';
import type { Paging } from './site/simulated-site';

/** A model of the world. Likers are drawn from `users`; `isCaptured`: the person saw it, else only the catalogue has it. */
export type PlannedModel = {
  readonly likes: number;
  readonly changes: number;
  readonly shownOffset: number;
  readonly isCaptured: boolean;
};

/** From the `from`-th request on, for so many of them, this is what comes back. */
export type PlannedFault = {
  readonly kind: FaultKind;
  readonly from: number;
  readonly lasts: number;
  /** Only answers about this model, by its place in the world. */
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

/** At the `nth` operation of any worker. `during`: a fetch that was sent is never answered, a write is undone. */
export type Blow = {
  readonly nth: number;
  readonly is: 'kill before' | 'kill during' | 'kill after' | 'full disk';
  /** Which write of the operation fails. */
  readonly write: number;
};

export type Mutate = (queue: CrawlQueue, db: LikesOutDatabase) => CrawlQueue;

/** All that a run follows from, but for the code under test. */
export type Plan = {
  readonly seed: number;
  readonly database: 'memory' | 'indexed';
  readonly paging: Paging;
  readonly users: number;
  readonly models: readonly PlannedModel[];
  /** Likes come and go from the beginning to so long after, in ms. */
  readonly churnMs: number;
  readonly faults: readonly PlannedFault[];
  readonly acts: readonly { readonly atMs: number; readonly act: Act }[];
  readonly blows: readonly Blow[];
  /** The tables go back from what they are at one operation to what they were at an earlier one. */
  readonly powerLoss: { readonly from: number; readonly at: number } | null;
  readonly crawlDelayMs: number;
  readonly crawlConcurrency: number;
  readonly robots: 'none' | 'crawl-delay' | 'disallow';
  /** Whether the crawl begins with the catalogue. */
  readonly discovers: boolean;
  /** Whether every list is read once more at the end, when nothing changes any more. */
  readonly readsAnew: boolean;
};

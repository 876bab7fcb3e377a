import type { CrawlState } from '../crawl/crawl-state';
import type { HostState } from '../crawl/host-state';
import type { DiscoveryState } from '../crawl/discovery-state';
import type { Counters } from './counters';
import type { States } from './state-row';

/** All that the popup's first glance needs, read in one go. */
export type Overview = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly counters: Counters;
  /** The last look for the most liked models; `null` when there was none. */
  readonly discovery: DiscoveryState | null;
  /** When captured models were brought back after this database was lost. */
  readonly restored: States['restored'];
  /** Models that failed, by cause, most frequent first. */
  readonly problems: readonly { readonly cause: string; readonly models: number }[];
};

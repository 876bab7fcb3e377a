import type { CrawlState } from '../crawl/crawl-state';
import type { HostState } from '../crawl/host-state';
import type { Counters } from './counters';

/** All that the popup's first glance needs, read in one go. */
export type Overview = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly counters: Counters;
  /** Models that failed, by cause, most frequent first. */
  readonly problems: readonly { readonly cause: string; readonly models: number }[];
};

import type { CrawlState } from '../crawl/crawl-state';
import type { HostState } from '../crawl/host-state';
import type { Counters } from './counters';

/** The rows there is one of each. */
export type States = { readonly crawl: CrawlState; readonly host: HostState; readonly counters: Counters };

export type StateRow = { readonly name: keyof States; readonly value: States[keyof States] };

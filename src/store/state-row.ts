import type { CrawlState } from '../crawl/crawl-state';
import type { DiscoveryState } from '../crawl/discovery-state';
import type { HostState } from '../crawl/host-state';
import type { SiteRules } from '../crawl/site-rules';
import type { HashAlgorithm } from '../dataset/pseudonyms/keyed-hash';
import type { ModelUid } from '../sketchfab/model-uid';
import type { Counters } from './counters';

/** The rows there is one of each. */
export type States = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly counters: Counters;
  readonly discovery: DiscoveryState | null;
  readonly rules: SiteRules;
  /** What pages of the extension wrote into `storage.local`, by key; see `effectiveSettings`. */
  readonly decided: Readonly<Record<string, unknown>>;
  /** Names this database: another one, or none, where `storage.local` remembers this one means it was lost. */
  readonly databaseId: string | null;
  /** Models already in the second copy of which more was learned since. */
  readonly uncopied: readonly ModelUid[];
  /** When captured models were last brought back from their second copy, how many, and how many it could not give back. */
  readonly restored: { readonly at: number; readonly models: number; readonly lost: number } | null;
  /** The key of a project, with which pseudonyms stay the same from dataset to dataset. */
  readonly projectKey: ProjectKeyRow | null;
};

export type ProjectKeyRow = {
  readonly projectId: string;
  readonly key: string;
  /** ms since 1970 */
  readonly createdAt: number;
  /** Of the pseudonyms that were made with it. */
  readonly algorithm: HashAlgorithm;
};

export type StateRow = { readonly name: keyof States; readonly value: States[keyof States] };

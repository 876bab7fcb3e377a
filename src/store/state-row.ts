import type { CrawlState } from '../crawl/crawl-state';
import type { DiscoveryState } from '../crawl/discovery-state';
import type { HostState } from '../crawl/host-state';
import type { SiteCheck } from '../crawl/site-check';
import type { SiteRules } from '../crawl/site-rules';
import type { DatasetOptions } from '../dataset/dataset-options';
import type { HashAlgorithm } from '../dataset/pseudonyms/keyed-hash';
import type { ModelUid } from '../sketchfab/model-uid';
import type { Counters } from './counters';
import type { DayBudget } from './day-budget';

/** The values of the table `states`, one row each. */
export type States = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly counters: Counters;
  readonly discovery: DiscoveryState | null;
  readonly rules: SiteRules;
  /** What pages of the extension wrote into `storage.local`, by key; see `effectiveSettings`. */
  readonly decided: Readonly<Record<string, unknown>>;
  /** When a nightly check last began, or since when they are on, in ms since 1970; `null` while they are off. */
  readonly lastCheck: number | null;
  /** Whom datasets leave out, as pages of the extension wrote it into `storage.local`, which can be lost or forged. */
  readonly excluded: DatasetOptions['excluded'];
  /** Identifies this database. If `storage.local` remembers another id, the database was lost. */
  readonly databaseId: string | null;
  /** Models in the second copy about which more is known by now. */
  readonly uncopied: readonly ModelUid[];
  /** How much pages have reported today; `null` before the first report. */
  readonly dayBudget: DayBudget | null;
  /** When captured models were last restored from the second copy, how many, and how many could not be restored. */
  readonly restored: { readonly at: number; readonly models: number; readonly lost: number } | null;
  /** The project key, with which pseudonyms stay the same in later datasets. */
  readonly projectKey: ProjectKeyRow | null;
  /** How well the site was understood when that was last checked. */
  readonly siteCheck: SiteCheck | null;
  /** What recommenders found in the likes, for the view that measured it; `null` if nothing was measured. */
  readonly measurement: unknown;
};

export type ProjectKeyRow = {
  readonly projectId: string;
  readonly key: string;
  /** ms since 1970 */
  readonly createdAt: number;
  /** The algorithm of the pseudonyms made with this key. */
  readonly algorithm: HashAlgorithm;
};

export type StateRow = { readonly name: keyof States; readonly value: States[keyof States] };

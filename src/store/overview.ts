import type { CrawlState } from '../crawl/crawl-state';
import type { DiscoveryState } from '../crawl/discovery-state';
import type { HostState } from '../crawl/host-state';
import { pendingRequests } from './change-queue';
import type { Counters } from './counters';
import type { LikesOutDatabase } from './database';
import type { States } from './state-row';
import { readState } from './states';

/** Everything the popup shows first, read in one transaction. */
export type Overview = {
  readonly crawl: CrawlState;
  readonly host: HostState;
  readonly counters: Counters;
  /** The last search for the most liked models; `null` if there was none. */
  readonly discovery: DiscoveryState | null;
  /** When captured models were restored after the database was lost. */
  readonly restored: States['restored'];
  readonly siteCheck: States['siteCheck'];
  /** Models that failed, by cause, most frequent first. */
  readonly problems: readonly { readonly cause: string; readonly models: number }[];
};

export function readOverview(db: LikesOutDatabase, now = Date.now()): Promise<Overview> {
  return db.transaction('r', db.states, db.requests, async () => {
    const [crawl, host, counters, discovery, restored, siteCheck] = await Promise.all([
      readState(db, 'crawl'),
      readState(db, 'host'),
      readState(db, 'counters'),
      readState(db, 'discovery'),
      readState(db, 'restored'),
      readState(db, 'siteCheck'),
    ]);
    const next = await pendingRequests(db, 'notBefore', crawl.scope).first();
    const problems = Object.entries(counters.byCause)
      .map(([cause, models]) => ({ cause, models }))
      .sort((a, b) => b.models - a.models);
    return {
      crawl,
      host: withNextRetry(host, next?.notBefore ?? 0, now),
      counters,
      discovery,
      restored,
      siteCheck,
      problems,
    };
  });
}

/** If only retries are left, the crawl waits for the first of them. */
function withNextRetry(host: Overview['host'], nextDue: number, now: number): Overview['host'] {
  if (nextDue <= now || nextDue <= host.notBefore) return host;
  return { ...host, notBefore: nextDue, waitingFor: host.waitingFor ?? 'site-error' };
}

import type { LikesOutDatabase } from './database';
import type { Overview } from './overview';
import { pendingRequests } from './pending-requests';
import { readState } from './states';

export function readOverview(db: LikesOutDatabase, now = Date.now()): Promise<Overview> {
  return db.transaction('r', db.states, db.requests, async () => {
    const [crawl, host, counters, discovery, restored] = await Promise.all([
      readState(db, 'crawl'),
      readState(db, 'host'),
      readState(db, 'counters'),
      readState(db, 'discovery'),
      readState(db, 'restored'),
    ]);
    const next = await pendingRequests(db, 'notBefore', crawl.scope).first();
    const problems = Object.entries(counters.byCause)
      .map(([cause, models]) => ({ cause, models }))
      .sort((a, b) => b.models - a.models);
    return {
      crawl,
      host: whatItWaitsFor(host, next?.notBefore ?? 0, now),
      counters,
      discovery,
      restored,
      problems,
    };
  });
}

/** When all that is left are tries after trouble, the crawl waits for the first of them. */
function whatItWaitsFor(host: Overview['host'], nextDue: number, now: number): Overview['host'] {
  if (nextDue <= now || nextDue <= host.notBefore) return host;
  return { ...host, notBefore: nextDue, waitingFor: host.waitingFor ?? 'site-trouble' };
}

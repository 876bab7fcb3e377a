import type { Block } from '../crawl/crawl-queue';
import type { CrawlRequest } from '../crawl/crawl-request';
import { type HostState, laterHost } from '../crawl/host-state';
import { pendingRequests } from './change-queue';
import type { LikesOutDatabase } from './database';
import { endStep } from './end-step';
import { readState, writeState } from './states';

/** Around the step: a wall stands there whoever ended the request that met it. */
export function blockCrawl(
  db: LikesOutDatabase,
  request: CrawlRequest | null,
  { by, cause }: Block,
  host: HostState,
): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    const crawl = await readState(db, 'crawl');
    if (crawl.phase === 'crawling') {
      const blocked = { phase: 'blocked', reason: cause, blockedBy: by, runningSince: null } as const;
      await writeState(db, 'crawl', { ...crawl, ...blocked });
    }
    if (request) {
      await endStep(db, request, host, (counters) =>
        Promise.resolve({ counters, queue: [{ ...request, lastError: cause }] }),
      );
    } else {
      await writeState(db, 'host', laterHost(await readState(db, 'host'), host));
    }
  });
}

/** After the catalogue alone the models found are still to be crawled: nothing is done yet. */
export function finishCrawl(db: LikesOutDatabase): Promise<void> {
  return db.transaction('rw', db.states, db.requests, async () => {
    const crawl = await readState(db, 'crawl');
    // A model captured in this very moment may have joined.
    const left = await pendingRequests(db, 'order', crawl.scope).count();
    if (crawl.phase !== 'crawling' || left > 0) return;
    const phase = crawl.scope === 'discovery' ? 'idle' : 'done';
    await writeState(db, 'crawl', { ...crawl, phase, reason: null, runningSince: null });
  });
}

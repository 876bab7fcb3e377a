import type { CrawlExtent } from '../crawl/crawl-extent';
import { type CrawlState, isUnderWay } from '../crawl/crawl-state';
import { noSuspects } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { queueCrawl } from './queue-crawl';
import { queueDiscovery } from './queue-discovery';
import { readState, writeState } from './states';

/** Resumes the crawl if it is paused or blocked. Otherwise queues what `extent` says and starts one. */
export function startCrawl(db: LikesOutDatabase, extent: CrawlExtent, now: number): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    const crawl = await readState(db, 'crawl');
    if (crawl.phase === 'crawling' && crawl.scope === 'everything') return;
    if (!isUnderWay(crawl) || crawl.scope === 'discovery') await queueCrawl(db, extent, now);
    await runCrawl(db, 'everything', now);
  });
}

/** Looks for the most liked models. If a crawl is under way, it goes on with their likes; otherwise it ends with them. */
export function startDiscovery(db: LikesOutDatabase, minimumLikes: number, now: number): Promise<void> {
  return db.transaction('rw', [db.models, db.requests, db.states], async () => {
    const crawl = await readState(db, 'crawl');
    await queueDiscovery(db, minimumLikes, now);
    await runCrawl(db, isUnderWay(crawl) ? crawl.scope : 'discovery', now);
  });
}

/** Starts a crawl of what is in the queue, inside the caller's transaction. */
export async function runCrawl(db: LikesOutDatabase, scope: CrawlState['scope'], now: number): Promise<void> {
  // The user has taken a look, so earlier suspicions no longer count.
  await writeState(db, 'host', { ...(await readState(db, 'host')), suspects: noSuspects });
  const { requests } = await readState(db, 'counters');
  await writeState(db, 'crawl', {
    phase: 'crawling',
    scope,
    reason: null,
    blockedBy: null,
    runningSince: now,
    requestsBefore: requests,
  });
}

export async function isCrawling(db: LikesOutDatabase): Promise<boolean> {
  return (await readState(db, 'crawl')).phase === 'crawling';
}

export function pauseCrawl(db: LikesOutDatabase): Promise<void> {
  return holdCrawl(db, 'paused');
}

/** The queue and its positions stay, so the next crawl requests no page twice. */
export function stopCrawl(db: LikesOutDatabase): Promise<void> {
  return holdCrawl(db, 'idle');
}

function holdCrawl(db: LikesOutDatabase, to: 'paused' | 'idle'): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const isAsked = crawl.phase === 'crawling' || to === 'idle';
    const held = { phase: to, reason: null, blockedBy: null, runningSince: null } as const;
    if (isAsked) await writeState(db, 'crawl', { ...crawl, ...held });
  });
}

/** Records the error in this browser that keeps the crawl from progressing; `null` clears it. */
export function recordError(db: LikesOutDatabase, reason: string | null): Promise<void> {
  return db.transaction('rw', db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const isNews = crawl.phase === 'crawling' && crawl.reason !== reason;
    if (isNews) await writeState(db, 'crawl', { ...crawl, reason });
  });
}

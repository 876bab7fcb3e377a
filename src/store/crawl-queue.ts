import type { CrawlQueue, Standing } from '../crawl/crawl-queue';
import type { CrawlRequest } from '../crawl/crawl-request';
import { endStep } from './crawl-step';
import type { LikesOutDatabase } from './database';
import { endSweep } from './end-sweep';
import { learn } from './model-row';
import { pendingRequests } from './pending-requests';
import { saveLikesPage } from './save-likes-page';
import { readState, writeState } from './states';
import { sweepPages } from './sweep-pages';

/** The crawler's queue over IndexedDB. The contract is written on `CrawlQueue`. */
export function crawlQueue(db: LikesOutDatabase): CrawlQueue {
  return {
    readStanding: (now, inFlight) => readStanding(db, now, inFlight),

    claimTurn: (host, notBefore) =>
      db.transaction('rw', db.states, async () => {
        const stored = await readState(db, 'host');
        if (stored.notBefore !== host.notBefore) return false;
        await writeState(db, 'host', { ...stored, notBefore, waitingFor: null });
        return true;
      }),

    readSweep: ({ modelUid, sweep }) =>
      db.transaction('r', db.models, db.likesPages, async () => ({
        likeCount: (await db.models.get(modelUid))?.likeCount ?? null,
        pages: await sweepPages(db, modelUid, sweep).toArray(),
      })),

    saveLikesPage: (request, page, host) => saveLikesPage(db, request, page, host),

    saveModelFacts: (request, facts, host) =>
      endStep(db, request, host, (before) => {
        const model = { ...learn(before, facts), hasAskedForFacts: true };
        return Promise.resolve({ model, request: null, users: 0 });
      }),

    reclaimRequest: (request, change, host) =>
      endStep(db, request, host, (model) =>
        Promise.resolve({ model, request: { ...request, ...change }, users: 0 }),
      ),

    giveUpRequest: (request, end, host) =>
      endStep(db, request, host, async (before) => {
        const failed: CrawlRequest = { ...request, state: 'failed', lastError: end.cause };
        if (request.kind === 'likes')
          return { request: failed, ...(await endSweep(db, before, request.sweep, end)) };
        // The likes may be readable all the same: only they decide about the model.
        const isFinal = end.state === 'gone' || end.state === 'forbidden';
        return { model: { ...before, hasAskedForFacts: isFinal }, request: failed, users: 0 };
      }),

    endCrawl: (from, to, reason) =>
      db.transaction('rw', db.states, async () => {
        const crawl = await readState(db, 'crawl');
        if (crawl.phase === from)
          await writeState(db, 'crawl', { ...crawl, phase: to, reason, runningSince: null });
      }),
  };
}

function readStanding(db: LikesOutDatabase, now: number, inFlight: ReadonlySet<string>): Promise<Standing> {
  return db.transaction('r', db.requests, db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const host = await readState(db, 'host');
    const first = await pendingRequests(db)
      .filter(({ uniqueKey }) => !inFlight.has(uniqueKey))
      .first();
    const isDue = first !== undefined && first.notBefore <= now;
    return { crawl, host, request: isDue ? first : undefined, nextDue: isDue ? undefined : first?.notBefore };
  });
}

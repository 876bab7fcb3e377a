import { settleList } from '../crawl/after-page';
import { retryBackoff } from '../crawl/backoff';
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
        const [crawl, stored] = [await readState(db, 'crawl'), await readState(db, 'host')];
        if (crawl.phase !== 'crawling' || stored.notBefore !== host.notBefore) return false;
        if (notBefore !== null) await writeState(db, 'host', { ...stored, notBefore, waitingFor: null });
        return true;
      }),

    readSweep: async ({ modelUid, sweep }) => await sweepPages(db, modelUid, sweep).toArray(),

    readLikeCount: async ({ modelUid }) => (await db.models.get(modelUid))?.likeCount ?? null,

    saveLikesPage: (request, page, host) => saveLikesPage(db, request, page, host),

    saveModelFacts: (request, facts, host) =>
      endStep(db, request, host, (before) => {
        const known = { ...learn(before, facts), hasAskedForFacts: true, factsTrouble: null };
        // The likes may have been read before anybody knew how many there are.
        const end = before.state === 'complete' ? settleList(known.likesCollected, 0, known.likeCount) : null;
        return Promise.resolve({ model: { ...known, ...end }, request: null, users: 0 });
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
        const isFinal = end.state === 'gone';
        const isLacking = !isFinal && (before.tags === null || before.categories === null);
        const model = { ...before, hasAskedForFacts: isFinal, factsTrouble: isLacking ? end.cause : null };
        return { model, request: failed, users: 0 };
      }),

    // Around the step: a wall stands there whoever ended the request that met it.
    blockCrawl: (request, cause, host) =>
      db.transaction('rw', db.tables, async () => {
        const crawl = await readState(db, 'crawl');
        const isOn = crawl.phase === 'crawling';
        if (isOn)
          await writeState(db, 'crawl', { ...crawl, phase: 'blocked', reason: cause, runningSince: null });
        return endStep(db, request, host, (model) =>
          Promise.resolve({ model, request: { ...request, lastError: cause }, users: 0 }),
        );
      }),

    finishCrawl: () =>
      db.transaction('rw', db.states, db.requests, async () => {
        const crawl = await readState(db, 'crawl');
        // A model captured in this very moment may have joined.
        if (crawl.phase !== 'crawling' || (await pendingRequests(db, 'order').count()) > 0) return;
        await writeState(db, 'crawl', { ...crawl, phase: 'done', reason: null, runningSince: null });
      }),
  };
}

function readStanding(db: LikesOutDatabase, now: number, inFlight: ReadonlySet<string>): Promise<Standing> {
  return db.transaction('r', db.requests, db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const host = await readState(db, 'host');
    const isFree = ({ uniqueKey }: CrawlRequest) => !inFlight.has(uniqueKey);
    const request = await pendingRequests(db, 'order')
      .filter((one) => isFree(one) && isDue(one.notBefore, now))
      .first();
    if (request) return { crawl, host, request, nextDue: undefined };
    const next = await pendingRequests(db, 'notBefore').filter(isFree).first();
    return { crawl, host, request: undefined, nextDue: next?.notBefore };
  });
}

/** A moment further ahead than any backoff was written under a clock that has been set back since. */
function isDue(notBefore: number, now: number): boolean {
  return notBefore <= now || notBefore > now + retryBackoff.capMs;
}

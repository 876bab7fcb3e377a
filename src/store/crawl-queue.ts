import { retryBackoff } from '../crawl/backoff';
import type { CrawlQueue, CrawlSnapshot } from '../crawl/crawl-queue';
import { type CrawlRequest, subjectOf, uniqueKeyOf } from '../crawl/crawl-request';
import { type HostState, laterHost } from '../crawl/host-state';
import { pendingRequests } from './change-queue';
import type { LikesOutDatabase } from './database';
import { blockCrawl, finishCrawl } from './end-crawl';
import { endStep } from './end-step';
import { sweepPages } from './end-sweep';
import { giveUpRequest } from './give-up-request';
import { hasAnsweredCount } from './model-row';
import { saveLikesPage } from './save-likes-page';
import { saveListing } from './save-listing';
import { saveModelFacts } from './save-model-facts';
import { readState, writeState } from './states';

/** The crawler's queue over IndexedDB. The contract is written on `CrawlQueue`. */
export function crawlQueue(db: LikesOutDatabase, now: () => number = Date.now): CrawlQueue {
  return {
    readCrawlSnapshot: (at, inFlight) => readCrawlSnapshot(db, at, inFlight),

    claimTurn: ({ host, until, now: at }) =>
      db.transaction('rw', db.states, async () => {
        const [crawl, stored] = [await readState(db, 'crawl'), await readState(db, 'host')];
        if (crawl.phase !== 'crawling' || !isSameMoment(stored, host)) return false;
        // Correct a time that a wrong clock left far ahead, or it would hide every later wait.
        const notBefore = Math.min(stored.notBefore, at);
        const isChanged = until !== null || notBefore !== stored.notBefore;
        const claimed = { ...stored, notBefore, claimedUntil: until ?? 0, waitingFor: null };
        if (isChanged) await writeState(db, 'host', claimed);
        return true;
      }),

    readSweep: ({ modelUid, sweep }) =>
      db.transaction('r', db.models, db.likesPages, async () => {
        const listed = (await db.models.get(modelUid))?.sweep ?? sweep;
        const list = listed === sweep ? [] : await sweepPages(db, modelUid, listed).toArray();
        const pages = await sweepPages(db, modelUid, sweep).toArray();
        return { pages, known: list.flatMap(({ userUids }) => userUids) };
      }),

    readLikeCount: async ({ modelUid }) => {
      const model = await db.models.get(modelUid);
      if (!model || model.likeCount === null) return null;
      return { count: model.likeCount, isAnswered: hasAnsweredCount(model) };
    },

    saveLikesPage: (request, page, host) => saveLikesPage(db, request, page, host),
    saveModelFacts: (request, answered, host) => saveModelFacts(db, request, answered, host, now()),
    saveListing: (request, listing, host, at) => saveListing(db, request, listing, host, at),

    saveRules: (origin, rules, host) =>
      db.transaction('rw', db.states, async () => {
        await writeState(db, 'host', laterHost(await readState(db, 'host'), host));
        if (rules) await writeState(db, 'rules', { ...(await readState(db, 'rules')), [origin]: rules });
      }),

    reclaimRequest: (request, change, host) =>
      endStep(db, request, host, (counters) =>
        Promise.resolve({ counters, queue: [{ ...request, ...change }] }),
      ),

    giveUpRequest: (request, end, host) => giveUpRequest(db, request, end, host, now()),
    blockCrawl: (request, block, host) => blockCrawl(db, request, block, host),
    countPending: (most) =>
      db.transaction('r', db.requests, db.states, async () => {
        const { scope } = await readState(db, 'crawl');
        return pendingRequests(db, 'order', scope).limit(most).count();
      }),
    finishCrawl: () => finishCrawl(db),
  };
}

function isSameMoment(stored: HostState, seen: HostState): boolean {
  return stored.notBefore === seen.notBefore && stored.claimedUntil === seen.claimedUntil;
}

function readCrawlSnapshot(
  db: LikesOutDatabase,
  now: number,
  inFlight: ReadonlySet<string>,
): Promise<CrawlSnapshot> {
  return db.transaction('r', db.requests, db.states, async () => {
    const crawl = await readState(db, 'crawl');
    const host = await readState(db, 'host');
    const rules = await readState(db, 'rules');
    const held = new Set(inFlight);
    const isFree = (one: CrawlRequest) => !held.has(one.uniqueKey);
    const first = (isMeant: (one: CrawlRequest) => boolean) =>
      pendingRequests(db, 'order', crawl.scope)
        .filter((one) => isFree(one) && isDue(one.notBefore, now) && isMeant(one))
        .first();
    const { failing } = host;
    for (;;) {
      // If only one subject has failed, try another one to see whether it is the site: an outage costs no model an attempt.
      const other = failing.length === 1 ? await first((one) => subjectOf(one) !== failing[0]) : undefined;
      const request = other ?? (await first(() => true));
      if (request && (await awaitsItsCount(db, request))) {
        held.add(request.uniqueKey);
        continue;
      }
      if (request) return { crawl, host, rules, request, nextDue: undefined };
      const next = await pendingRequests(db, 'notBefore', crawl.scope).filter(isFree).first();
      return { crawl, host, rules, request: undefined, nextDue: next?.notBefore };
    }
  });
}

/** The first page of a list waits for the model's number of likes, which proves the list complete, or for its failure. */
async function awaitsItsCount(db: LikesOutDatabase, request: CrawlRequest): Promise<boolean> {
  if (request.kind !== 'likes' || request.pageIndex > 0) return false;
  return (await db.requests.get(uniqueKeyOf('model', request.modelUid)))?.state === 'pending';
}

/** A time further ahead than any backoff means that the clock was set back since then. */
function isDue(notBefore: number, now: number): boolean {
  return notBefore <= now || notBefore > now + retryBackoff.capMs;
}

import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import type { HostState } from '../../src/crawl/host-state';
import type { LikesOutDatabase } from '../../src/store/database';
import { readState, writeState } from '../../src/store/states';
import type { Mutate } from './plan';
import type { Simulation } from './simulation';

/** A bug that crawlers have had, and the words in which the checker must report it. */
export type Mutant = {
  readonly bug: string;
  readonly mutate?: Mutate;
  readonly locks?: Simulation['locks'];
  readonly finding: RegExp;
};

/** `change` is called for each new worker, so what it keeps in memory dies with the worker. */
const changing =
  (change: (queue: CrawlQueue, db: LikesOutDatabase) => Partial<CrawlQueue>): Mutate =>
  (queue, db) => ({ ...queue, ...change(queue, db) });

/** Keeps the usual delay in the database, but a requested wait only in memory. */
function withForgottenWaits(queue: CrawlQueue, db: LikesOutDatabase): Partial<CrawlQueue> {
  let until = 0;
  const usual = async (host: HostState): Promise<HostState> => {
    if (host.waitingFor !== 'asked-to-slow-down') return host;
    until = host.notBefore;
    const { notBefore } = await readState(db, 'host');
    return { ...host, notBefore: Math.min(host.notBefore, notBefore + 2 * host.delayMs), waitingFor: null };
  };
  return {
    readCrawlSnapshot: async (now, inFlight) => {
      const snapshot = await queue.readCrawlSnapshot(now, inFlight);
      if (until <= now || snapshot.host.notBefore > now) return snapshot;
      const host: HostState = { ...snapshot.host, notBefore: until, waitingFor: 'asked-to-slow-down' };
      return { ...snapshot, host };
    },
    reclaimRequest: async (request, change, host) => queue.reclaimRequest(request, change, await usual(host)),
    saveRules: async (origin, rules, host) => queue.saveRules(origin, rules, await usual(host)),
  };
}

export const mutants: readonly Mutant[] = [
  {
    bug: 'the cursor is written before the likes, in a transaction of its own',
    finding: /^torn/,
    mutate: changing((queue, db) => ({
      saveLikesPage: async (request, page, host) => {
        if (page.after.end !== 'not-yet') return queue.saveLikesPage(request, page, host);
        const { position } = page.after;
        const ahead = { ...request, pageIndex: request.pageIndex + 1, position };
        await db.requests.put(ahead);
        try {
          // The store refuses a step that was already made, so the cursor is reset for the likes.
          await db.requests.put(request);
          return await queue.saveLikesPage(request, page, host);
        } catch (error) {
          await db.requests.put(ahead);
          throw error;
        }
      },
    })),
  },
  {
    bug: 'every worker is granted the crawl lock',
    finding: /^two at once/,
    locks: { of: () => ({ request: (_, __, work) => work({}) }) },
  },
  {
    bug: 'requests are sent without being claimed',
    finding: /^too close/,
    mutate: changing(() => ({ claimTurn: () => Promise.resolve(true) })),
  },
  {
    bug: 'the wait that the site told is kept in memory only',
    finding: /^too early/,
    mutate: changing(withForgottenWaits),
  },
  {
    bug: 'errors speed it up',
    finding: /^too close/,
    mutate: changing((queue, db) => ({
      reclaimRequest: async (request, change, host) => {
        const isMine = await queue.reclaimRequest(request, change, host);
        await writeState(db, 'host', { ...host, delayMs: 0, notBefore: 0, waitingFor: null });
        return isMine;
      },
    })),
  },
  {
    bug: 'an exception is swallowed',
    finding: /^lost|^counters/,
    mutate: changing((queue) => ({
      saveLikesPage: (request, page, host) => queue.saveLikesPage(request, page, host).catch(() => true),
    })),
  },
  {
    bug: 'a cut body is the end of a complete list',
    finding: /^incomplete|^counters|no page of it was ever read/,
    mutate: changing((queue) => ({
      reclaimRequest: (request, change, host) => {
        if (request.kind !== 'likes' || change.lastError !== 'the answer was cut short')
          return queue.reclaimRequest(request, change, host);
        const after = { end: 'settled', state: 'complete', cause: null } as const;
        const empty = {
          userUids: [],
          usernames: [],
          isPublic: true,
          unreadableRows: 0,
          freshUsers: [],
          fetchedAt: 0,
        };
        return queue.saveLikesPage(request, { ...empty, position: request.position, after }, host);
      },
    })),
  },
];

import type { CrawlQueue } from '../../../src/crawl/crawl-queue';
import type { CrawlRequest } from '../../../src/crawl/crawl-request';
import type { Ack, Sent } from '../site/history';

type Step = Omit<Ack, 'step' | 'sent'>;

/** What the watcher needs from the worker that owns the queue. */
export type Watcher = {
  /** Runs one operation of the worker at its turn, if it is still alive. */
  readonly operate: <T>(run: () => Promise<T>) => Promise<T>;
  readonly handedOut: (request: CrawlRequest | undefined) => void;
  readonly claimed: (wall: number) => void;
  /** The last response about this. */
  readonly answerTo: (key: string) => Sent | undefined;
  readonly acknowledged: (step: Step, sent: Sent | undefined) => void;
  readonly learnedRules: (origin: string, text: string) => void;
  readonly phaseMayHaveChanged: () => Promise<void>;
};

/** A queue whose every call is an operation of the simulation and is recorded with its result. */
export function watchedQueue(queue: CrawlQueue, watcher: Watcher): CrawlQueue {
  const { operate, acknowledged, answerTo } = watcher;

  /** The acknowledgement is the database's, whether or not the worker lives to receive it. */
  function end(request: CrawlRequest, step: object, run: () => Promise<boolean>): Promise<boolean> {
    return operate(async () => {
      const isMine = await run();
      const ended = (isMine ? step : { did: 'other', request: null }) as Step;
      acknowledged(ended, answerTo(request.uniqueKey));
      return isMine;
    });
  }

  return {
    ...operated(queue, operate),
    readCrawlSnapshot: (now, inFlight) =>
      operate(async () => {
        const snapshot = await queue.readCrawlSnapshot(now, inFlight);
        watcher.handedOut(snapshot.request);
        return snapshot;
      }),
    claimTurn: (claim) =>
      operate(async () => {
        const isMine = await queue.claimTurn(claim);
        if (isMine) watcher.claimed(claim.now);
        return isMine;
      }),
    saveLikesPage: (request, page, host) =>
      end(request, { did: 'page', request, page }, () => queue.saveLikesPage(request, page, host)),
    saveModelFacts: (request, facts, host) =>
      end(request, { did: 'facts', request }, () => queue.saveModelFacts(request, facts, host)),
    saveListing: (request, listing, host, now) => {
      const uids = listing.models.map(({ uid }) => uid);
      return end(request, { did: 'listing', request, uids }, () =>
        queue.saveListing(request, listing, host, now),
      );
    },
    saveRules: (origin, rules, host) =>
      operate(async () => {
        await queue.saveRules(origin, rules, host);
        acknowledged({ did: 'other', request: null }, answerTo(`${origin}/robots.txt`));
        if (rules) watcher.learnedRules(origin, rules.text);
      }),
    reclaimRequest: (request, change, host) =>
      end(request, { did: 'other', request: host.waitingFor === 'offline' ? null : request }, () =>
        queue.reclaimRequest(request, change, host),
      ),
    giveUpRequest: (request, how, host) =>
      end(request, { did: 'give-up', request, state: how.state }, () =>
        queue.giveUpRequest(request, how, host),
      ),
    blockCrawl: (request, block, host) =>
      operate(async () => {
        await queue.blockCrawl(request, block, host);
        const key = request?.uniqueKey ?? 'robots';
        acknowledged({ did: 'other', request }, answerTo(key));
        await watcher.phaseMayHaveChanged();
      }),
    finishCrawl: () =>
      operate(async () => {
        await queue.finishCrawl();
        await watcher.phaseMayHaveChanged();
      }),
  };
}

/** Runs every call at its turn, whatever it does. */
function operated(queue: CrawlQueue, operate: Watcher['operate']): CrawlQueue {
  type Call = (...args: unknown[]) => Promise<unknown>;
  const calls = Object.entries(queue).map(([name, call]) => [
    name,
    (...args: unknown[]) => operate(() => (call as Call)(...args)),
  ]);
  return Object.fromEntries(calls) as CrawlQueue;
}

import type { Answer } from '../sketchfab/answer';
import { likesUrl, modelUrl } from '../sketchfab/addresses';
import { crawlDelayWithJitter } from './crawl-delay';
import type { CrawlQueue, Standing } from './crawl-queue';
import type { CrawlRequest } from './crawl-request';
import { createHandler } from './handle-answer';
import { nextAllowed, type HostState } from './host-state';

/** What the crawler is handed. It knows no browser: a simulation hands it a seeded world instead. */
export type CrawlTools = {
  readonly queue: CrawlQueue;
  /** Asks the site; resolves for whatever comes back and never rejects. */
  readonly fetchAnswer: (url: string) => Promise<Answer>;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Resolves after `ms`, or earlier when `signal` fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly readPace: () => Promise<Pace>;
};

export type Pace = { readonly crawlDelayMs: number; readonly crawlConcurrency: number };

/** A worker that does nothing for 30 s is ended by the browser: a longer wait is left to the alarm. */
export const longestSleepMs = 20_000;

/**
 * Crawls until there is nothing to do now: the crawl is done, paused or blocked, or its next request lies further
 * ahead than `longestSleepMs`. All state is in the queue, so it can be called again at any time, after any death.
 */
export async function crawl(tools: CrawlTools, interrupted: AbortSignal): Promise<void> {
  const { queue, now, sleep } = tools;
  const handleAnswer = createHandler(tools);
  const inFlight = new Set<string>();
  // A lane that fails takes the others with it: none may go on asking behind the back of the next crawl.
  const failure = new AbortController();
  const signal = AbortSignal.any([interrupted, failure.signal]);

  async function lane(): Promise<void> {
    while (!signal.aborted) {
      const standing = await queue.readStanding(now(), inFlight);
      const step = nextStep(standing, inFlight, now());
      if (step.do === 'end') return;
      if (step.do === 'finish') return queue.finishCrawl();
      if (step.do === 'wait') await sleep(step.ms, signal);
      else await takeTurn(step.request, standing.host);
    }
  }

  async function takeTurn(request: CrawlRequest, host: HostState): Promise<void> {
    if (inFlight.has(request.uniqueKey)) return; // another lane took it since we read
    inFlight.add(request.uniqueKey);
    try {
      const { crawlDelayMs } = await tools.readPace();
      // Written down before it is taken: a worker that dies now is followed by one that keeps the same distance.
      // A moment that a wrong clock left far ahead is put right, or it would hide every wait after it.
      const mustClaim = crawlDelayMs > 0 || host.notBefore > now();
      const claimed = mustClaim ? now() + crawlDelayMs : null;
      if (!(await queue.claimTurn(host, claimed))) return;
      const answer = await tools.fetchAnswer(urlOf(request));
      const nextTurn = now() + crawlDelayWithJitter(crawlDelayMs, tools.random());
      await handleAnswer(request, answer, { host, nextTurn });
    } finally {
      inFlight.delete(request.uniqueKey);
    }
  }

  const { crawlConcurrency } = await tools.readPace();
  const lanes = Array.from({ length: crawlConcurrency }, async () => {
    try {
      await lane();
    } catch (error) {
      failure.abort();
      throw error;
    }
  });
  const ends = await Promise.allSettled(lanes);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

function urlOf({ kind, modelUid, position }: CrawlRequest): string {
  return kind === 'likes' ? likesUrl(modelUid, position) : modelUrl(modelUid);
}

type Step =
  | { readonly do: 'ask'; readonly request: CrawlRequest }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'finish' }
  | { readonly do: 'end' };

/** What one lane does now. Lanes without work end; the last one that ends without any left finishes the crawl. */
function nextStep(standing: Standing, inFlight: ReadonlySet<string>, now: number): Step {
  const { crawl, host, request, nextDue } = standing;
  if (crawl.phase !== 'crawling') return { do: 'end' };
  if (!request && nextDue === undefined) return { do: inFlight.size === 0 ? 'finish' : 'end' };
  const due = Math.max(nextAllowed(host, now), request ? 0 : (nextDue ?? 0));
  const wait = due - now;
  if (wait > longestSleepMs) return { do: 'end' };
  if (wait > 0 || !request) return { do: 'wait', ms: Math.max(wait, 0) };
  return { do: 'ask', request };
}

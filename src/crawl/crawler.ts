import type { Answer } from '../sketchfab/answer';
import { slowestMs } from './adapt-delay';
import { crawlDelayWithJitter } from './crawl-delay';
import type { CrawlQueue, CrawlSnapshot } from './crawl-queue';
import { createHandler } from './handle-answer';
import { createRulesHandler } from './handle-rules';
import { nextStep, type Ask } from './next-step';
import { askedCrawlDelayMs } from './site-rules';

/** Everything the crawler needs from outside, so that tests can simulate it. */
export type CrawlTools = {
  readonly queue: CrawlQueue;
  /** Sends a GET request. Never rejects: a failure is an `Answer` too. */
  readonly fetchAnswer: (url: string) => Promise<Answer>;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Resolves after `ms`, or as soon as `signal` is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly readPace: () => Promise<Pace>;
};

export type Pace = {
  readonly crawlDelayMs: number;
  readonly crawlConcurrency: number;
  /** The user knows that robots.txt disallows crawling and wants to crawl all the same. */
  readonly crawlDespiteRobots: boolean;
};

/** An event of a worker may take up to five minutes, so a longer crawl runs in slices, each started by an alarm. */
export const longestSliceMs = 4 * 60_000;

/**
 * Crawls until there is nothing to do for now: the crawl is done, paused or blocked, the next request is due later than
 * a worker may sleep, or the slice is over. All state is in the queue, so it can be called again at any time, even after
 * the worker died.
 */
export async function crawl(tools: CrawlTools, interrupted: AbortSignal): Promise<void> {
  const { queue, now, sleep } = tools;
  const handleAnswer = createHandler(tools);
  const handleRules = createRulesHandler(tools);
  const inFlight = new Set<string>();
  const endsAt = now() + longestSliceMs;
  // When one lane fails, all stop: none may still be sending requests when the next crawl begins.
  const failure = new AbortController();
  const signal = AbortSignal.any([interrupted, failure.signal]);

  async function lane(): Promise<void> {
    while (!signal.aborted && now() < endsAt) {
      const snapshot = await queue.readCrawlSnapshot(now(), inFlight);
      const pace = await tools.readPace();
      const step = nextStep(snapshot, pace, inFlight, now());
      if (step.do === 'end') return;
      if (step.do === 'finish') return queue.finishCrawl();
      if (step.do === 'block') return queue.blockCrawl(null, step, snapshot.host);
      if (step.do === 'wait') await sleep(step.ms, signal);
      else await takeTurn(step, snapshot, pace);
    }
  }

  async function takeTurn(step: Ask, { host, rules }: CrawlSnapshot, pace: Pace): Promise<void> {
    if (inFlight.has(step.key)) return; // another lane took it after the snapshot was read
    inFlight.add(step.key);
    try {
      const floorMs = Math.max(pace.crawlDelayMs, askedCrawlDelayMs(rules, step.url));
      const delayMs = floorMs === 0 ? 0 : Math.max(floorMs, Math.min(host.delayMs, slowestMs));
      const askedAt = now();
      // Stored before the request is sent: if this worker dies now, the next one keeps the delay.
      const until = delayMs > 0 ? askedAt + crawlDelayWithJitter(delayMs, 1) : null;
      if (!(await queue.claimTurn({ host, until, now: askedAt }))) return;
      const answer = await tools.fetchAnswer(step.url);
      const turn = { host, floorMs, latencyMs: now() - askedAt, now: now(), random: tools.random() };
      if (step.do === 'ask') await handleAnswer(step.request, answer, turn);
      else await handleRules(step.origin, answer, turn);
    } finally {
      inFlight.delete(step.key);
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

import type { Answer } from '../sketchfab/answer';
import { judgeAnswer } from '../sketchfab/judge-answer';
import { parseLikesPage } from '../sketchfab/likes-page';
import { parseModel } from '../sketchfab/parse-model';
import { ShapeError } from '../sketchfab/shape-error';
import { afterPage } from './after-page';
import type { CrawlQueue } from './crawl-queue';
import type { CrawlRequest } from './crawl-request';
import { decide, decideOnShape, type Action } from './decide';
import { hostAfter } from './host-after';
import type { HostState } from './host-state';
import { emptySweep, rememberPage, type SweepMemory } from './sweep-memory';

type Tools = {
  readonly queue: CrawlQueue;
  readonly now: () => number;
  readonly random: () => number;
};

/** `host` as it stood before the request, and the moment the crawl delay allows the next one. */
export type Turn = { readonly host: HostState; readonly nextTurn: number };

/** Ends one step: judges the answer, decides, and writes what follows. */
export type HandleAnswer = (request: CrawlRequest, answer: Answer, turn: Turn) => Promise<void>;

export function createHandler({ queue, now, random }: Tools): HandleAnswer {
  const sweeps = new Map<string, SweepMemory>();

  return async function handleAnswer(request, answer, { host, nextTurn }) {
    const { retryCount, isSecondLook, modelUid: model } = request;
    const circumstances = { now: now(), random: random(), retryCount, isSecondLook, host, model };
    const decision = decide(judgeAnswer(answer), circumstances);
    if (decision.do !== 'read') return carryOut(request, decision, { host, nextTurn });
    try {
      const save = request.kind === 'likes' ? saveLikes : saveModel;
      await save(request, decision.json, hostAfter({ do: 'answer' }, host, nextTurn, model));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      await carryOut(request, decideOnShape(error.message, circumstances), { host, nextTurn });
    }
  };

  async function saveLikes(request: CrawlRequest, json: unknown, host: HostState): Promise<void> {
    const page = { ...parseLikesPage(json, request.modelUid, request.position), position: request.position };
    const memory = await sweepOf(request);
    const freshUsers = rememberPage(memory, page);
    // Read at the end and not at the start: facts may have come in meanwhile.
    const likeCount = page.next === null ? await queue.readLikeCount(request) : null;
    const end = { next: page.next, freshUsers: freshUsers.length, rows: page.userUids.length };
    const after = afterPage(end, memory, likeCount);
    const saved = await queue.saveLikesPage(request, { ...page, fetchedAt: now(), freshUsers, after }, host);
    if (!saved || !after.goOn) sweeps.delete(request.uniqueKey);
  }

  async function saveModel(request: CrawlRequest, json: unknown, host: HostState): Promise<void> {
    const facts = parseModel(json);
    if (facts.uid !== request.modelUid) throw new ShapeError('uid: of another model');
    await queue.saveModelFacts(request, facts, host);
  }

  async function sweepOf(request: CrawlRequest): Promise<SweepMemory> {
    const known = sweeps.get(request.uniqueKey);
    if (known) return known;
    const memory = emptySweep();
    for (const page of await queue.readSweep(request)) rememberPage(memory, page);
    sweeps.set(request.uniqueKey, memory);
    return memory;
  }

  async function carryOut(request: CrawlRequest, decision: Action, turn: Turn): Promise<void> {
    const { cause } = decision;
    const host = hostAfter(decision, turn.host, turn.nextTurn, request.modelUid);
    const { notBefore, retryCount } = request;
    switch (decision.do) {
      case 'retry-later': {
        const later = { notBefore: decision.notBefore, retryCount: decision.retryCount, lastError: cause };
        await queue.reclaimRequest(request, later, host);
        break;
      }
      case 'slow-down':
        await queue.reclaimRequest(request, { notBefore, retryCount, lastError: cause }, host);
        break;
      case 'give-up':
        await queue.giveUpRequest(request, { state: endState(request, decision.outcome), cause }, host);
        break;
      case 'stop':
        await queue.blockCrawl(request, cause, host);
    }
  }
}

/** Likes read before the trouble are kept, and the model says that there were more. */
function endState(request: CrawlRequest, outcome: 'gone' | 'forbidden' | 'failed') {
  return outcome === 'failed' && request.pageIndex > 0 ? 'partial' : outcome;
}

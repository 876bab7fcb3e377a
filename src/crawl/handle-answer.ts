import type { Answer } from '../sketchfab/answer';
import { classifyResponse, isRefusal } from '../sketchfab/classify-response';
import { isShownToEveryone } from '../sketchfab/is-shown-to-everyone';
import { parseListingPage } from '../sketchfab/listing-page';
import { parseModel } from '../sketchfab/parse-model';
import { ShapeError } from '../sketchfab/shape-error';
import { afterListing } from './after-listing';
import type { CrawlQueue } from './crawl-queue';
import { type CrawlRequest, type ModelRequest, subjectOf } from './crawl-request';
import { type Action, decide, decideOnShape, fewRequests } from './decide';
import { createLikesHandler } from './handle-likes';
import { hostAfter, type TakenTurn, type Turn } from './host-after';
import type { HostState } from './host-state';

/** Ends a step: classifies the response, decides what to do, and stores the result. */
export type HandleAnswer = (request: CrawlRequest, answer: Answer, turn: TakenTurn) => Promise<void>;

/** The JSON of an answer, and whether it was requested with the user's cookies. */
type Read = { readonly json: unknown; readonly withCookies: boolean };

export function createHandler({ queue }: { readonly queue: CrawlQueue }): HandleAnswer {
  const saveLikes = createLikesHandler(queue);

  return async function handleAnswer(request, answer, taken) {
    const meaning = classifyResponse(answer);
    const isNearEnd = meaning.is === 'error' && (await queue.countPending(fewRequests + 1)) <= fewRequests;
    const turn = { ...taken, subject: subjectOf(request), kind: request.kind, isNearEnd };
    const wasForbidden = request.kind !== 'discovery' && request.wasForbidden;
    const circumstances = { ...turn, retryCount: request.retryCount, wasForbidden };
    const decision = decide(meaning, circumstances);
    if (decision.do !== 'read') return carryOut(request, decision, turn, isRefusal(answer));
    try {
      const withCookies = 'withCookies' in answer && answer.withCookies;
      await save(request, { json: decision.json, withCookies }, hostAfter({ do: 'answer' }, turn), turn.now);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      await carryOut(request, decideOnShape(error.message, circumstances), turn, false);
    }
  };

  async function save(
    request: CrawlRequest,
    { json, withCookies }: Read,
    host: HostState,
    now: number,
  ): Promise<void> {
    if (request.kind === 'discovery') {
      const listing = { ...afterListing(request, parseListingPage(json)), isPublic: !withCookies };
      await queue.saveListing(request, listing, host, now);
    } else if (request.kind === 'model') {
      await saveModel(request, { json, withCookies }, host);
    } else {
      await saveLikes(request, { json, isPublic: !withCookies }, host, now);
    }
  }

  async function saveModel(
    request: ModelRequest,
    { json, withCookies }: Read,
    host: HostState,
  ): Promise<void> {
    const facts = parseModel(json, 'answer');
    if (facts.uid !== request.modelUid) throw new ShapeError('uid: of another model');
    // With cookies the site shows the user's private models too, as public as any if it does not say so.
    const isPublic = isShownToEveryone(json) ? (withCookies ? null : true) : false;
    await queue.saveModelFacts(request, { facts, isPublic }, host);
  }

  async function carryOut(
    request: CrawlRequest,
    decision: Action,
    turn: Turn,
    isRefused: boolean,
  ): Promise<void> {
    const { cause } = decision;
    const host = hostAfter(decision, turn);
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
        await queue.giveUpRequest(
          request,
          { state: endState(request, decision.outcome), cause, isRefused },
          host,
        );
        break;
      case 'stop':
        await queue.blockCrawl(request, decision, host);
    }
  }
}

/** A model with likes from before the error is `partial`. */
function endState(request: CrawlRequest, outcome: 'gone' | 'forbidden' | 'failed') {
  return outcome === 'failed' && request.pageIndex > 0 ? 'partial' : outcome;
}

import type { CrawlRequest } from '../crawl/crawl-request';
import { type ModelState, modelStates } from '../crawl/model-state';
import { type Shard, wholeSite } from '../crawl/own-shard';

/** Running totals, changed in the same transaction as the rows they count. */
export type Counters = {
  readonly models: number;
  /** Distinct users with at least one stored like. */
  readonly users: number;
  /** Distinct (model, user) pairs. */
  readonly likes: number;
  readonly byState: Readonly<Record<ModelState, number>>;
  /** The number of models with a problem, by cause. */
  readonly byCause: Readonly<Record<string, number>>;
  /** Models whose tags and categories could not be read yet. A new crawl requests them again. */
  readonly withoutFacts: number;
  /** Over settled models whose number of likes is known: the likes shown, and the likes stored, at most as many each. */
  readonly likesShown: number;
  readonly likesOfShown: number;
  /** The shard that this machine crawls. Only its models are planned and queued. */
  readonly shard: Shard;
  /** New models that are left to other machines. */
  readonly elsewhere: number;
  /** Models that the site has not shown to everyone, as far as this browser knows. */
  readonly notPublic: number;
  /** What "Crawl all" would request if nothing were queued yet. */
  readonly plan: Work;
  /** What is still in the queue. */
  readonly queued: Work;
  /** Requests that were sent and whose outcome was stored, whatever it was. Without robots.txt. */
  readonly requests: number;
  /** Pages of likes among them, and finished sweeps. Together they estimate the length of an unknown list. */
  readonly likesPages: number;
  readonly sweeps: number;
};

export type Work = {
  /** The likely number of responses, for requests where it is known. */
  readonly answers: number;
  /** Lists of likes of unknown length. */
  readonly unknownLists: number;
};

export const noWork: Work = { answers: 0, unknownLists: 0 };

export const noCounters: Counters = {
  models: 0,
  users: 0,
  likes: 0,
  byState: Object.fromEntries(modelStates.map((state) => [state, 0])) as Record<ModelState, number>,
  byCause: {},
  withoutFacts: 0,
  likesShown: 0,
  likesOfShown: 0,
  shard: wholeSite,
  elsewhere: 0,
  notPublic: 0,
  plan: noWork,
  queued: noWork,
  requests: 0,
  likesPages: 0,
  sweeps: 0,
};

/** The likely work for these requests. Those that were given up count nothing. */
export function workOf(requests: readonly (CrawlRequest | undefined)[]): Work {
  return requests.reduce((sum, request) => {
    if (request?.state !== 'pending') return sum;
    const { likelyAnswers } = request;
    return likelyAnswers === null
      ? { ...sum, unknownLists: sum.unknownLists + 1 }
      : { ...sum, answers: sum.answers + likelyAnswers };
  }, noWork);
}

export function addWork(to: Work, plus: Work, minus: Work): Work {
  return {
    answers: to.answers + plus.answers - minus.answers,
    unknownLists: to.unknownLists + plus.unknownLists - minus.unknownLists,
  };
}

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
  /** Models with something wrong, by their cause. */
  readonly byCause: Readonly<Record<string, number>>;
  /** Models whose tags and categories could not be had yet; a new crawl asks again. */
  readonly withoutFacts: number;
  /** Over the settled models whose like count the site showed: likes it showed, and likes stored, at most as many. */
  readonly likesShown: number;
  readonly likesOfShown: number;
  /** The models that this machine crawls: only they are planned and queued. */
  readonly shard: Shard;
  /** Models that were never asked for and are left to other machines. */
  readonly elsewhere: number;
  /** What "Crawl all" would ask, if nothing were queued yet. */
  readonly plan: Work;
  /** What the queue still holds. */
  readonly queued: Work;
  /** Requests that left and whose end was written down, whatever it was; robots.txt apart. */
  readonly requests: number;
  /** Pages of likes among them, and sweeps that ended: together the length of a list that nobody knows yet. */
  readonly likesPages: number;
  readonly sweeps: number;
};

export type Work = {
  /** Answers that it is likely to take, where that is known. */
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
  plan: noWork,
  queued: noWork,
  requests: 0,
  likesPages: 0,
  sweeps: 0,
};

/** What these requests are likely to take; given up ones take nothing. */
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

import type { CrawlRequest } from '../crawl/crawl-request';
import { noWork, type Work } from './counters';

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

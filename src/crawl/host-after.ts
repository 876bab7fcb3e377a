import type { Action } from './decide';
import type { HostState } from './host-state';

/** However long the site is in trouble, it is asked again once in this time, in ms. */
const longestTroubleWaitMs = 5 * 60_000;
const firstTroubleWaitMs = 2_000;

/**
 * The host after a step. `nextTurn` is the moment the crawl delay allows: the later of the two clocks counts, so trouble
 * can make the crawl slower but never faster, and any readable answer sets it back to the crawl delay alone.
 */
export function hostAfter(decision: 'answer' | Action, before: HostState, nextTurn: number): HostState {
  if (decision === 'answer' || decision.do === 'give-up' || decision.do === 'stop') {
    return { notBefore: nextTurn, waitingFor: null, failuresInRow: 0 };
  }
  const failuresInRow = before.failuresInRow + 1;
  if (decision.do === 'slow-down') {
    return {
      notBefore: Math.max(nextTurn, decision.notBefore),
      waitingFor: decision.waitingFor,
      failuresInRow,
    };
  }
  const troubleWaitMs = Math.min(longestTroubleWaitMs, firstTroubleWaitMs * 2 ** before.failuresInRow);
  return { notBefore: nextTurn + troubleWaitMs, waitingFor: 'site-trouble', failuresInRow };
}

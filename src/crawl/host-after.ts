import type { ModelUid } from '../sketchfab/model-uid';
import type { Action } from './decide';
import { calmHost, type HostState } from './host-state';
import { firstTroubleWaitMs, longestTroubleWaitMs } from './waits';

type Answered = { readonly do: 'answer' };

/**
 * The host after a step about `model`. `nextTurn` is the moment the crawl delay allows: the later of the two clocks
 * counts, so trouble makes the crawl slower and never faster, also when it ends in giving a model up; only an answer that
 * could be read sets it back to the crawl delay alone.
 */
export function hostAfter(
  decision: Answered | Action,
  before: HostState,
  nextTurn: number,
  model: ModelUid,
): HostState {
  const { failuresInRow } = before;
  switch (decision.do) {
    case 'answer':
      return { ...calmHost, notBefore: nextTurn };
    case 'give-up':
      if (decision.blame === 'site') return inTrouble(before, nextTurn, model);
      return { ...calmHost, notBefore: nextTurn, refused: refusedAfter(decision, before, model) };
    case 'stop':
      return {
        ...before,
        notBefore: Math.max(nextTurn, decision.notBefore),
        waitingFor: decision.notBefore > nextTurn ? 'asked-to-slow-down' : null,
        refused: [],
      };
    case 'slow-down': {
      const { notBefore, waitingFor } = decision;
      // A computer without a network says nothing about the site.
      const failures = waitingFor === 'offline' ? failuresInRow : failuresInRow + 1;
      return { ...before, notBefore: Math.max(nextTurn, notBefore), waitingFor, failuresInRow: failures };
    }
    case 'retry-later':
      return inTrouble(before, nextTurn, model);
  }
}

function inTrouble(before: HostState, nextTurn: number, model: ModelUid): HostState {
  const waitMs = Math.min(longestTroubleWaitMs, firstTroubleWaitMs * 2 ** before.failuresInRow);
  return {
    ...before,
    notBefore: nextTurn + waitMs,
    waitingFor: 'site-trouble',
    failuresInRow: before.failuresInRow + 1,
    // Two are as telling as two thousand.
    troubled: [...new Set([...before.troubled, model])].slice(0, 2),
  };
}

function refusedAfter(decision: Action, { refused }: HostState, model: ModelUid): readonly ModelUid[] {
  if (decision.do !== 'give-up' || decision.outcome !== 'forbidden') return [];
  return decision.isNews ? [...new Set([...refused, model])] : refused;
}

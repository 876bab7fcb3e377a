import { adaptDelay, type Measured } from './adapt-delay';
import { crawlDelayWithJitter } from './crawl-delay';
import type { Action } from './decide';
import type { CrawlRequest } from './crawl-request';
import { calmHost, noSuspects, suspectOf, type HostState } from './host-state';
import { failuresToOpen, errorWaitMs } from './waits';

type Answered = { readonly do: 'answer' };

/** A turn that was taken: the host before it, and what the request took. */
export type TakenTurn = {
  readonly host: HostState;
  /** The minimum delay in ms, from the settings or robots.txt. */
  readonly minDelayMs: number;
  readonly latencyMs: number;
  /** When the response had been read. */
  readonly now: number;
  /** In [0, 1), for the jitter. */
  readonly random: number;
};

export type Turn = TakenTurn & {
  /** The kind of the request. A good response to one kind says nothing about the others. */
  readonly kind: CrawlRequest['kind'] | 'rules';
  /** What the request was about, see `subjectOf`. */
  readonly subject: string;
  /** So few requests are pending that a long wait would dominate the rest of the crawl. */
  readonly isNearEnd: boolean;
};

/**
 * The host after a turn. The crawl delay always applies. After an error, backoff is added to it; of a requested wait and the
 * delay, the later counts. Backoff ends with the first good response.
 */
export function hostAfter(decision: Action | Answered, turn: Turn): HostState {
  const { host: before, now, random } = turn;
  const delayMs = adaptDelay(before.delayMs, turn.minDelayMs, {
    latencyMs: turn.latencyMs,
    was: responseQuality(decision),
  });
  const nextTurn = now + crawlDelayWithJitter(delayMs, random);
  const suspects = othersThan(turn.kind, before.suspects);
  const healthy: HostState = { ...calmHost, delayMs, notBefore: nextTurn, suspects };
  switch (decision.do) {
    case 'answer':
      return healthy;
    case 'give-up':
      return decision.blame === 'site'
        ? afterFailure(turn, delayMs, nextTurn)
        : { ...healthy, suspects: suspectsAfter(decision, turn) };
    case 'retry-later':
      return decision.blame === 'site'
        ? afterFailure(turn, delayMs, nextTurn)
        : { ...healthy, suspects: before.suspects };
    case 'stop':
      return {
        ...before,
        delayMs,
        notBefore: Math.max(nextTurn, decision.notBefore),
        waitingFor: decision.notBefore > nextTurn ? 'asked-to-slow-down' : null,
        suspects: noSuspects,
      };
    case 'slow-down': {
      const { notBefore, waitingFor } = decision;
      // Being offline is no failure of the site.
      const failuresInRow = before.failuresInRow + (waitingFor === 'offline' ? 0 : 1);
      return { ...before, delayMs, notBefore: Math.max(nextTurn, notBefore), waitingFor, failuresInRow };
    }
  }
}

function responseQuality(decision: Action | Answered): Measured['was'] {
  if (decision.do === 'answer') return 'good';
  return decision.do === 'slow-down' && decision.waitingFor === 'asked-to-slow-down' ? 'too-many' : 'bad';
}

function afterFailure({ host, subject, isNearEnd }: Turn, delayMs: number, nextTurn: number): HostState {
  const failuresInRow = host.failuresInRow + 1;
  return {
    ...host,
    delayMs,
    notBefore: nextTurn + errorWaitMs(isNearEnd ? Math.min(failuresInRow, failuresToOpen) : failuresInRow),
    waitingFor: 'site-error',
    failuresInRow,
    // Two are enough to call it an outage.
    failing: [...new Set([...host.failing, subject])].slice(0, 2),
  };
}

/** An expected refusal leaves the suspects as they are. Any other outcome without suspicion clears those of its kind. */
function suspectsAfter(
  { suspicion, outcome }: Extract<Action, { do: 'give-up' }>,
  { host, kind, subject }: Turn,
): HostState['suspects'] {
  if (suspicion === null) return outcome === 'forbidden' ? host.suspects : othersThan(kind, host.suspects);
  const others = othersThan(kind, host.suspects);
  return { ...others, [suspicion]: [...new Set([...host.suspects[suspicion], suspectOf(kind, subject)])] };
}

function othersThan(
  kind: Turn['kind'],
  { refused, unreadable }: HostState['suspects'],
): HostState['suspects'] {
  const isOther = (suspect: string) => !suspect.startsWith(`${kind}:`);
  return { refused: refused.filter(isOther), unreadable: unreadable.filter(isOther) };
}

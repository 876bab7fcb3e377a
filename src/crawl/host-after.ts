import { adaptDelay, type Measured } from './adapt-delay';
import { crawlDelayWithJitter } from './crawl-delay';
import type { Action } from './decide';
import type { CrawlRequest } from './crawl-request';
import { calmHost, noSuspects, suspectOf, type HostState } from './host-state';
import { failuresToOpen, errorWaitMs } from './waits';

type Answered = { readonly do: 'answer' };

/** One turn with the site: the host as it stood before, and what the request took. */
export type TakenTurn = {
  readonly host: HostState;
  /** The least pause there may be, in ms: the person's setting, or what robots.txt asks for. */
  readonly floorMs: number;
  readonly latencyMs: number;
  /** When the answer was read. */
  readonly now: number;
  /** In [0, 1), for the jitter. */
  readonly random: number;
};

export type Turn = TakenTurn & {
  /** What was asked for: a good answer of one kind says nothing about another. */
  readonly kind: CrawlRequest['kind'] | 'rules';
  /** What was asked about, see `subjectOf`. */
  readonly subject: string;
  /** So little is left that a long wait would be the whole rest of the crawl. */
  readonly isNearEnd: boolean;
};

/**
 * The host after a turn. The later of two clocks counts: the crawl delay is always on, backoff comes on top and goes
 * with the first answer that could be read.
 */
export function hostAfter(decision: Action | Answered, turn: Turn): HostState {
  const { host: before, now, random } = turn;
  const delayMs = adaptDelay(before.delayMs, turn.floorMs, {
    latencyMs: turn.latencyMs,
    was: responseQuality(decision),
  });
  const nextTurn = now + crawlDelayWithJitter(delayMs, random);
  const suspects = othersThan(turn.kind, before.suspects);
  const calm: HostState = { ...calmHost, delayMs, notBefore: nextTurn, suspects };
  switch (decision.do) {
    case 'answer':
      return calm;
    case 'give-up':
      return decision.blame === 'site'
        ? isFailing(turn, delayMs, nextTurn)
        : { ...calm, suspects: suspectsAfter(decision, turn) };
    case 'retry-later':
      return decision.blame === 'site'
        ? isFailing(turn, delayMs, nextTurn)
        : { ...calm, suspects: before.suspects };
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
      // A computer without a network says nothing about the site.
      const failuresInRow = before.failuresInRow + (waitingFor === 'offline' ? 0 : 1);
      return { ...before, delayMs, notBefore: Math.max(nextTurn, notBefore), waitingFor, failuresInRow };
    }
  }
}

function responseQuality(decision: Action | Answered): Measured['was'] {
  if (decision.do === 'answer') return 'good';
  return decision.do === 'slow-down' && decision.waitingFor === 'asked-to-slow-down' ? 'too-many' : 'bad';
}

function isFailing({ host, subject, isNearEnd }: Turn, delayMs: number, nextTurn: number): HostState {
  const failuresInRow = host.failuresInRow + 1;
  return {
    ...host,
    delayMs,
    notBefore: nextTurn + errorWaitMs(isNearEnd ? Math.min(failuresInRow, failuresToOpen) : failuresInRow),
    waitingFor: 'site-trouble',
    failuresInRow,
    // Two are as telling as two thousand.
    failing: [...new Set([...host.failing, subject])].slice(0, 2),
  };
}

/** A refusal that was to be expected leaves them as they are; any other word about the subject clears those of its kind. */
function suspectsAfter(
  { suspicion, outcome }: Extract<Action, { do: 'give-up' }>,
  { host, kind, subject }: Turn,
): HostState['suspects'] {
  if (suspicion === null) return outcome === 'forbidden' ? host.suspects : othersThan(kind, host.suspects);
  const others = othersThan(kind, host.suspects);
  return { ...others, [suspicion]: [...new Set([...host.suspects[suspicion], suspectOf(kind, subject)])] };
}

function othersThan(kind: Turn['kind'], { refused, misread }: HostState['suspects']): HostState['suspects'] {
  const isOther = (suspect: string) => !suspect.startsWith(`${kind}:`);
  return { refused: refused.filter(isOther), misread: misread.filter(isOther) };
}

import type { Meaning } from '../sketchfab/classify-response';
import { backoffMs, retryBackoff } from './backoff';
import type { BlockedBy } from './crawl-state';
import { type HostState, suspectOf } from './host-state';
import { retryAfterMs } from './retry-after';
import { offlineCheckMs, throttleWaitMs } from './waits';

/** What the crawler does about an answer. Times are moments, ms since 1970. */
export type Decision = { readonly do: 'read'; readonly json: unknown } | Action;

export type Action =
  /** Others go on meanwhile. `retryCount` is what it is then: trouble of the whole site costs the request no try. */
  | {
      readonly do: 'retry-later';
      readonly notBefore: number;
      readonly retryCount: number;
      readonly blame: Blame;
      readonly cause: string;
    }
  /** Costs the request nothing, since it was not at fault; nothing is asked of the site until then. */
  | {
      readonly do: 'slow-down';
      readonly notBefore: number;
      readonly waitingFor: 'asked-to-slow-down' | 'offline';
      readonly cause: string;
    }
  | {
      readonly do: 'give-up';
      readonly outcome: 'gone' | 'forbidden' | 'failed';
      readonly blame: Blame;
      /** What several subjects in a row would say of the site, and one alone does not. */
      readonly suspicion: keyof HostState['suspects'] | null;
      readonly cause: string;
    }
  /** The crawl is over until a person resumes it, and even then nothing is asked before `notBefore`. */
  | { readonly do: 'stop'; readonly by: BlockedBy; readonly notBefore: number; readonly cause: string };

/** Whether what happened speaks of the site as a whole, or of the one subject that was asked about. */
type Blame = 'site' | 'subject';

export const maxRetries = 5;
/** With so few requests left it may as well be their own trouble: each pays for its tries, or the end of a crawl waits for days. */
export const fewRequests = 8;

export type Circumstances = {
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** Failed tries of this request so far. */
  readonly retryCount: number;
  /** The model was refused in an earlier crawl: that it is again is no news. */
  readonly isSecondLook: boolean;
  /** No more than `fewRequests` are left to ask. */
  readonly isNearEnd: boolean;
  /** As it stood before the request. */
  readonly host: HostState;
  /** What the request is about, see `subjectOf`, and what of it. */
  readonly subject: string;
  readonly kind: string;
};

/** So many subjects in a row, and it is not about them. */
const mostSuspects = { refused: 5, misread: 20 } as const;

export function decide(meaning: Meaning, circumstances: Circumstances): Decision {
  const { now } = circumstances;
  switch (meaning.is) {
    case 'json':
      return { do: 'read', json: meaning.json };
    case 'blocked':
      return {
        do: 'stop',
        by: 'wall',
        notBefore: now + (toldWaitMs(meaning, now) ?? 0),
        cause: meaning.cause,
      };
    case 'throttled':
      return slowDown(meaning, circumstances);
    case 'gone':
      return { do: 'give-up', outcome: 'gone', blame: 'subject', suspicion: null, cause: meaning.cause };
    case 'forbidden':
      return refuse(meaning.cause, circumstances);
    case 'unreadable':
      return { do: 'give-up', outcome: 'failed', blame: 'subject', suspicion: null, cause: meaning.cause };
    case 'offline':
      return {
        do: 'slow-down',
        notBefore: now + offlineCheckMs,
        waitingFor: 'offline',
        cause: meaning.cause,
      };
    case 'trouble':
      return tryAgain(meaning.cause, circumstances);
  }
}

/** An answer of the wrong shape may be a hiccup once; twice, it is how this one's answers look now. */
export function decideOnShape(cause: string, circumstances: Circumstances): Action {
  const { now, random, retryCount } = circumstances;
  if (retryCount === 0) {
    const notBefore = now + backoffMs(retryBackoff, 1, random);
    return { do: 'retry-later', notBefore, retryCount: 1, blame: 'subject', cause };
  }
  return suspect('misread', 'failed', 'format', cause, circumstances);
}

function refuse(cause: string, circumstances: Circumstances): Action {
  if (circumstances.isSecondLook) {
    return { do: 'give-up', outcome: 'forbidden', suspicion: null, blame: 'subject', cause };
  }
  return suspect('refused', 'forbidden', 'refusals', cause, circumstances);
}

function suspect(
  suspicion: keyof typeof mostSuspects,
  outcome: 'forbidden' | 'failed',
  by: BlockedBy,
  cause: string,
  { now, host, subject, kind }: Circumstances,
): Action {
  const alike = host.suspects[suspicion].filter((one) => one.startsWith(`${kind}:`));
  const suspects = new Set([...alike, suspectOf(kind, subject)]).size;
  if (suspects < mostSuspects[suspicion])
    return { do: 'give-up', outcome, suspicion, blame: 'subject', cause };
  return { do: 'stop', by, notBefore: now, cause: `${cause}, ${suspects} models in a row` };
}

/** Trouble with one model after the other is an outage of the site: their tries are kept for when it is back. */
function tryAgain(cause: string, circumstances: Circumstances): Action {
  const { now, random, retryCount, host, subject, isNearEnd } = circumstances;
  const isOutage = !isNearEnd && new Set([...host.failing, subject]).size > 1;
  if (!isOutage && retryCount >= maxRetries)
    return { do: 'give-up', outcome: 'failed', blame: 'site', suspicion: null, cause };
  const notBefore = now + backoffMs(retryBackoff, retryCount + 1, random);
  return {
    do: 'retry-later',
    notBefore,
    retryCount: isOutage ? retryCount : retryCount + 1,
    blame: 'site',
    cause,
  };
}

type Throttled = Extract<Meaning, { is: 'throttled' }>;

/** A site that says "too many" again and again is given more time than it asks for. */
function slowDown(meaning: Throttled, { now, random, host }: Circumstances): Action {
  const told = toldWaitMs(meaning, now);
  const backoff = throttleWaitMs(host.failuresInRow + 1, random);
  const waitMs = host.failuresInRow === 0 && told !== null ? told : Math.max(told ?? 0, backoff);
  return { do: 'slow-down', notBefore: now + waitMs, waitingFor: 'asked-to-slow-down', cause: meaning.cause };
}

function toldWaitMs(
  { retryAfter, date }: Pick<Throttled, 'retryAfter' | 'date'>,
  now: number,
): number | null {
  return retryAfter === null ? null : retryAfterMs(retryAfter, date, now);
}

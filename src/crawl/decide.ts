import type { Meaning } from '../sketchfab/classify-response';
import { backoffMs, retryBackoff } from './backoff';
import type { BlockedBy } from './crawl-state';
import { type HostState, suspectOf } from './host-state';
import { retryAfterMs } from './retry-after';
import { offlineCheckMs, throttleWaitMs } from './waits';

/** What the crawler does about a response. Times are ms since 1970. */
export type Decision = { readonly do: 'read'; readonly json: unknown } | Action;

export type Action =
  /** Other requests go on meanwhile. `retryCount` is the new count: an outage of the whole site does not increase it. */
  | {
      readonly do: 'retry-later';
      readonly notBefore: number;
      readonly retryCount: number;
      readonly blame: Blame;
      readonly cause: string;
    }
  /** The request was not at fault and loses no attempt. The site gets no request until `notBefore`. */
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
      /** What it would mean for the site if the same happened to several subjects in a row. */
      readonly suspicion: keyof HostState['suspects'] | null;
      readonly cause: string;
    }
  /** The crawl stops until the user resumes it. Even then no request is sent before `notBefore`. */
  | { readonly do: 'stop'; readonly by: BlockedBy; readonly notBefore: number; readonly cause: string };

/** Whether the error concerns the site as a whole or only the subject of the request. */
type Blame = 'site' | 'subject';

export const maxRetries = 5;
/** With this few requests left, errors count as their own: the end of a crawl should not wait for days. */
export const fewRequests = 8;

export type Circumstances = {
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** Failed attempts of this request so far. */
  readonly retryCount: number;
  /** The model was refused in an earlier crawl too, so another refusal is expected. */
  readonly wasForbidden: boolean;
  /** At most `fewRequests` are pending. */
  readonly isNearEnd: boolean;
  /** As it was before the request. */
  readonly host: HostState;
  /** What the request is about, see `subjectOf`, and what of it. */
  readonly subject: string;
  readonly kind: string;
};

/** After this many subjects in a row the site is the cause, not the subjects. */
const mostSuspects = { refused: 5, unreadable: 20 } as const;

export function decide(meaning: Meaning, circumstances: Circumstances): Decision {
  const { now } = circumstances;
  switch (meaning.is) {
    case 'json':
      return { do: 'read', json: meaning.json };
    case 'blocked':
      return {
        do: 'stop',
        by: 'wall',
        notBefore: now + (requestedWaitMs(meaning, now) ?? 0),
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
    case 'error':
      return tryAgain(meaning.cause, circumstances);
  }
}

/** A response of the wrong shape may be a hiccup once. The second time it counts as the format of this subject. */
export function decideOnShape(cause: string, circumstances: Circumstances): Action {
  const { now, random, retryCount } = circumstances;
  if (retryCount === 0) {
    const notBefore = now + backoffMs(retryBackoff, 1, random);
    return { do: 'retry-later', notBefore, retryCount: 1, blame: 'subject', cause };
  }
  return suspect('unreadable', 'failed', 'format', cause, circumstances);
}

function refuse(cause: string, circumstances: Circumstances): Action {
  if (circumstances.wasForbidden) {
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

/** Errors with one model after another are an outage of the site, which uses up none of their attempts. */
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

/** Waits longer than requested if the site says "too many requests" repeatedly. */
function slowDown(meaning: Throttled, { now, random, host }: Circumstances): Action {
  const requested = requestedWaitMs(meaning, now);
  const backoff = throttleWaitMs(host.failuresInRow + 1, random);
  const waitMs =
    host.failuresInRow === 0 && requested !== null ? requested : Math.max(requested ?? 0, backoff);
  return { do: 'slow-down', notBefore: now + waitMs, waitingFor: 'asked-to-slow-down', cause: meaning.cause };
}

function requestedWaitMs(
  { retryAfter, date }: Pick<Throttled, 'retryAfter' | 'date'>,
  now: number,
): number | null {
  return retryAfter === null ? null : retryAfterMs(retryAfter, date, now);
}

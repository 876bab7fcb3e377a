import type { Meaning } from '../sketchfab/judge-answer';
import type { ModelUid } from '../sketchfab/model-uid';
import { backoffMs, retryBackoff, throttleBackoff } from './backoff';
import type { HostState } from './host-state';
import { retryAfterMs } from './retry-after';
import { offlineCheckMs } from './waits';

/** What the crawler does about an answer. Times are moments, ms since 1970. */
export type Decision = { readonly do: 'read'; readonly json: unknown } | Action;

export type Action =
  /** Others go on meanwhile. `retryCount` is what it is then: trouble of the whole site costs the request no try. */
  | {
      readonly do: 'retry-later';
      readonly notBefore: number;
      readonly retryCount: number;
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
      /** Whether what happened speaks of the site as a whole, or of this model alone. */
      readonly blame: 'site' | 'model';
      /** A refusal that was not to be expected of this model. */
      readonly isNews?: boolean;
      readonly cause: string;
    }
  /** The crawl is over until a person resumes it, and even then nothing is asked before `notBefore`. */
  | { readonly do: 'stop'; readonly notBefore: number; readonly cause: string };

export const maxRetries = 5;
/**
 * Failures in a row, some four hours of them, after which it may as well be the models that are left: each is then
 * given up at its next failure, or a few broken ones would hold the end of a crawl for days.
 */
const longestOutage = 24;

export type Circumstances = {
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** Failed tries of this request so far. */
  readonly retryCount: number;
  /** The model was refused in an earlier crawl: that it is again is no news. */
  readonly isSecondLook: boolean;
  /** As it stood before the request. */
  readonly host: HostState;
  readonly model: ModelUid;
};

/** Refused for this many models in a row, it is not about the models. */
const maxRefusedInRow = 5;

export function decide(meaning: Meaning, circumstances: Circumstances): Decision {
  const { now } = circumstances;
  switch (meaning.is) {
    case 'json':
      return { do: 'read', json: meaning.json };
    case 'blocked':
      return { do: 'stop', notBefore: now + (toldWaitMs(meaning, now) ?? 0), cause: meaning.cause };
    case 'throttled':
      return slowDown(meaning, circumstances);
    case 'gone':
      return { do: 'give-up', outcome: 'gone', blame: 'model', cause: meaning.cause };
    case 'forbidden':
      return refuse(meaning.cause, circumstances);
    case 'unreadable':
      return { do: 'give-up', outcome: 'failed', blame: 'model', cause: meaning.cause };
    case 'offline':
      return {
        do: 'slow-down',
        notBefore: now + offlineCheckMs,
        waitingFor: 'offline',
        cause: meaning.cause,
      };
    case 'trouble':
      return tryAgain({ cause: meaning.cause, blame: 'site', retries: maxRetries }, circumstances);
  }
}

/** An answer of the wrong shape may be a hiccup once; twice, it is how this model's answers look now. */
export function decideOnShape(cause: string, circumstances: Circumstances): Action {
  return tryAgain({ cause, blame: 'model', retries: 1 }, circumstances);
}

function refuse(cause: string, { now, host, model, isSecondLook }: Circumstances): Action {
  const refused = new Set([...host.refused, model]).size;
  if (isSecondLook || refused < maxRefusedInRow) {
    return { do: 'give-up', outcome: 'forbidden', isNews: !isSecondLook, blame: 'model', cause };
  }
  return { do: 'stop', notBefore: now, cause: `${cause}, ${refused} models in a row` };
}

type Attempt = { readonly cause: string; readonly blame: 'site' | 'model'; readonly retries: number };

/**
 * Trouble with one model after the other is an outage of the site: their tries are kept for when it is back.
 */
function tryAgain({ cause, blame, retries }: Attempt, circumstances: Circumstances): Action {
  const { now, random, retryCount, host, model } = circumstances;
  const isOutage = blame === 'site' && new Set([...host.troubled, model]).size > 1;
  const isHopeless = isOutage ? host.failuresInRow >= longestOutage : retryCount >= retries;
  if (isHopeless) return { do: 'give-up', outcome: 'failed', blame, cause };
  const notBefore = now + backoffMs(retryBackoff, retryCount + 1, random);
  return { do: 'retry-later', notBefore, retryCount: isOutage ? retryCount : retryCount + 1, cause };
}

type Throttled = Extract<Meaning, { is: 'throttled' }>;

/** A site that says "too many" again and again is given more time than it asks for. */
function slowDown(meaning: Throttled, { now, random, host }: Circumstances): Action {
  const told = toldWaitMs(meaning, now);
  const backoff = backoffMs(throttleBackoff, host.failuresInRow + 1, random);
  const waitMs = host.failuresInRow === 0 && told !== null ? told : Math.max(told ?? 0, backoff);
  return { do: 'slow-down', notBefore: now + waitMs, waitingFor: 'asked-to-slow-down', cause: meaning.cause };
}

function toldWaitMs(
  { retryAfter, date }: Pick<Throttled, 'retryAfter' | 'date'>,
  now: number,
): number | null {
  return retryAfter === null ? null : retryAfterMs(retryAfter, date, now);
}

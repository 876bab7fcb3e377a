import type { Meaning } from '../sketchfab/judge-answer';
import { backoffMs, retryBackoff, throttleBackoff } from './backoff';
import { retryAfterMs } from './retry-after';

/** What the crawler does about an answer. Times are moments, ms since 1970. */
export type Decision = { readonly do: 'read'; readonly json: unknown } | Action;

export type Action =
  /** Costs the request a try; others go on meanwhile. */
  | { readonly do: 'retry-later'; readonly notBefore: number; readonly cause: string }
  /** Costs the request nothing, since it was not at fault; nothing is asked of the site until then. */
  | {
      readonly do: 'slow-down';
      readonly notBefore: number;
      readonly waitingFor: 'asked-to-slow-down' | 'offline';
      readonly cause: string;
    }
  | { readonly do: 'give-up'; readonly outcome: 'gone' | 'forbidden' | 'failed'; readonly cause: string }
  | { readonly do: 'stop'; readonly cause: string };

export const maxRetries = 5;
/** How often a crawl without a network looks whether it is back, in ms. */
const offlineCheckMs = 15_000;

export type Circumstances = {
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** Failed tries of this request so far, and failures of the host in a row. */
  readonly retryCount: number;
  readonly failuresInRow: number;
};

export function decide(meaning: Meaning, circumstances: Circumstances): Decision {
  const { now } = circumstances;
  switch (meaning.is) {
    case 'json':
      return { do: 'read', json: meaning.json };
    case 'blocked':
      return { do: 'stop', cause: meaning.cause };
    case 'throttled':
      return slowDown(meaning, circumstances);
    case 'gone':
    case 'forbidden':
      return { do: 'give-up', outcome: meaning.is, cause: meaning.cause };
    case 'unreadable':
      return { do: 'give-up', outcome: 'failed', cause: meaning.cause };
    case 'offline':
      return {
        do: 'slow-down',
        notBefore: now + offlineCheckMs,
        waitingFor: 'offline',
        cause: meaning.cause,
      };
    case 'trouble':
      return tryAgain(meaning.cause, circumstances, maxRetries);
  }
}

/** An answer of the wrong shape may be a hiccup once; twice, it is how this model's answers look now. */
export function decideOnShape(cause: string, circumstances: Circumstances): Action {
  return tryAgain(cause, circumstances, 1);
}

function tryAgain(cause: string, { now, random, retryCount }: Circumstances, retries: number): Action {
  if (retryCount >= retries) return { do: 'give-up', outcome: 'failed', cause };
  return { do: 'retry-later', notBefore: now + backoffMs(retryBackoff, retryCount + 1, random), cause };
}

type Throttled = Extract<Meaning, { is: 'throttled' }>;

function slowDown(
  { cause, retryAfter, date }: Throttled,
  { now, random, failuresInRow }: Circumstances,
): Action {
  const told = retryAfter === null ? null : retryAfterMs(retryAfter, date, now);
  const waitMs = told ?? backoffMs(throttleBackoff, failuresInRow + 1, random);
  return { do: 'slow-down', notBefore: now + waitMs, waitingFor: 'asked-to-slow-down', cause };
}

import type { RetryOutcome, RetryRefusal } from '../../crawl/retry-outcome';
import { retryRefusals } from '../../crawl/retry-outcome';
import { type CountKey, countMessage, message, type PlainKey } from '../../i18n/message';

const whens = {
  now: 'retry_now',
  crawl: 'retry_crawl',
  later: 'retry_later',
} as const satisfies Record<RetryOutcome['when'], PlainKey>;

const refusals = {
  queued: 'retry_queuedAlready',
  complete: 'retry_complete',
  gone: 'retry_gone',
  elsewhere: 'retry_elsewhere',
  unknown: 'retry_unknown',
} as const satisfies Record<RetryRefusal, CountKey>;

/** How many models are read again and when, and why the others are not. */
export function retryText({ queued, refused, when }: RetryOutcome): string {
  const done =
    queued === 0 ? [message('retry_none')] : [countMessage('retry_queued', queued), message(whens[when])];
  const others = retryRefusals
    .filter((why) => refused[why] > 0)
    .map((why) => countMessage(refusals[why], refused[why]));
  return [...done, ...others].join(' ');
}

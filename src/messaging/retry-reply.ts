import * as v from 'valibot';
import { type RetryOutcome, type RetryRefusal, retryRefusals } from '../crawl/retry-outcome';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const refused = Object.fromEntries(retryRefusals.map((why) => [why, count])) as Record<
  RetryRefusal,
  typeof count
>;
const outcome = v.object({
  queued: count,
  refused: v.object(refused),
  when: v.picklist(['now', 'crawl', 'later']),
});

/** The worker's reply to `retryModels`. */
export function parseRetryReply(value: unknown): RetryOutcome {
  return v.parse(outcome, value);
}

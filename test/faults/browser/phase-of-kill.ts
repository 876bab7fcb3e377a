import type { LedgerEntry } from '../../../practice/ledger';

/** What the site can know about the moment of a kill. */
export const phases = [
  'a request was under way',
  'an answer was not yet written',
  'between two steps',
] as const;
export type Phase = (typeof phases)[number];

export const keyOf = ({ host, path, query }: LedgerEntry) => `${host}${path}?${query.toString()}`;

/** `requests` are those of the whole crawl, in order of arrival. */
export function phaseOfKill(at: number, requests: readonly LedgerEntry[]): Phase {
  const next = requests.findIndex((entry) => entry.at > at);
  const last = requests[(next < 0 ? requests.length : next) - 1];
  if (!last) return 'between two steps';
  if (last.finishedAt === null || last.finishedAt > at) return 'a request was under way';
  const follower = next < 0 ? undefined : requests[next];
  // A request that was asked to wait is rightly repeated.
  const isAskedAgain = follower !== undefined && last.fault === null && keyOf(follower) === keyOf(last);
  return isAskedAgain ? 'an answer was not yet written' : 'between two steps';
}

import { formatClock } from '../../i18n/format-clock';
import { message, type PlainKey } from '../../i18n/message';
import type { KnownMoment, StatusMessage } from './status-words';

type BlockedBy = NonNullable<KnownMoment['overview']['crawl']['blockedBy']>;
type Keys = {
  readonly headline: PlainKey;
  readonly detail: PlainKey;
  /** Introduces the recorded reason; `null` if it would say nothing new. */
  readonly reason: 'status_siteAnswered' | 'status_answersAreWrong' | null;
};

const keys: Readonly<Record<BlockedBy, Keys>> = {
  wall: {
    headline: 'status_blockedByWall',
    detail: 'status_blockedByWallDetail',
    reason: 'status_siteAnswered',
  },
  refusals: {
    headline: 'status_blockedByRefusals',
    detail: 'status_blockedByRefusalsDetail',
    reason: 'status_siteAnswered',
  },
  robots: {
    headline: 'status_blockedByRobots',
    detail: 'status_blockedByRobotsDetail',
    reason: null,
  },
  format: {
    headline: 'status_blockedByFormat',
    detail: 'status_blockedByFormatDetail',
    reason: 'status_answersAreWrong',
  },
};

/** Who stopped the crawl, and what a person can do about it. */
export function blockedMessage({ overview: { crawl, host }, now }: KnownMoment): StatusMessage {
  const { headline, detail, reason } = keys[crawl.blockedBy ?? 'wall'];
  // A wait that the site asked for still applies after the block.
  const isEarly = host.waitingFor !== null && host.notBefore > now;
  const details = isEarly
    ? [message(detail), message('status_notBefore', { time: formatClock(host.notBefore, now) })]
    : [message(detail)];
  return {
    word: 'blocked',
    headline: message(headline),
    reason: reason === null || crawl.reason === null ? null : message(reason, { reason: crawl.reason }),
    detail: details.join(' '),
  };
}

import { formatClock } from '../../i18n/format-clock';
import type { KnownMoment, StatusMessage } from './message';

type Words = Pick<StatusMessage, 'headline' | 'detail'> & {
  /** What the reason that is shown is; `null` where it would say nothing new. */
  readonly reasonIs: string | null;
};
type BlockedBy = NonNullable<KnownMoment['overview']['crawl']['blockedBy']>;

const words: Readonly<Record<BlockedBy, Words>> = {
  wall: {
    headline: 'Blocked, Sketchfab wants to see a person',
    detail: 'Open Sketchfab, do as it asks, then resume.',
    reasonIs: 'Its answer',
  },
  refusals: {
    headline: 'Blocked, Sketchfab refuses one model after the other',
    detail: 'Open Sketchfab and see whether it shows models to you, then resume.',
    reasonIs: 'Its answer',
  },
  robots: {
    headline: "Blocked, Sketchfab's robots.txt asks crawlers to stay away",
    detail: 'It is a wish of the site, and yours to weigh. Nothing more is asked until you decide.',
    reasonIs: null,
  },
  format: {
    headline: "Blocked, Sketchfab's answers have changed",
    detail: 'Likes Out cannot read them any more: it takes an update of the extension. All is kept.',
    reasonIs: 'What is wrong with them',
  },
};

/** Who stopped the crawl, and what a person can do about it. */
export function blockedMessage({ overview: { crawl, host }, now }: KnownMoment): StatusMessage {
  const { headline, detail, reasonIs } = words[crawl.blockedBy ?? 'wall'];
  // A wait that the site asked for outlives the wall.
  const isEarly = host.waitingFor !== null && host.notBefore > now;
  const until = isEarly ? ` It then goes on at ${formatClock(host.notBefore, now)}.` : '';
  const reason = reasonIs === null || crawl.reason === null ? null : `${reasonIs}: ${crawl.reason}`;
  return { word: 'blocked', headline, reason, detail: `${detail}${until}` };
}

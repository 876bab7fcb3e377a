import type { Overview } from '../../store/overview';
import type { PageSnapshot } from '../page-snapshot';

export const statusWords = ['idle', 'capturing', 'crawling', 'waiting', 'paused', 'blocked', 'done'] as const;

export type StatusMessage = {
  /** Built of our own words and numbers only, and holds exactly one of `statusWords`: its `word`. */
  readonly word: (typeof statusWords)[number];
  readonly headline: string;
  /** What the site or the browser said, in words that may not be ours; to be shown apart. */
  readonly reason?: string | null;
  readonly detail: string;
};

export type Moment = Pick<PageSnapshot, 'settings' | 'hasAccess' | 'overview' | 'isStoreBroken' | 'now'>;
/** With the stored data read. */
export type KnownMoment = Moment & { readonly overview: Overview };

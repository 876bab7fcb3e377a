import type { Overview } from '../../store/overview';
import type { PageSnapshot } from '../page-snapshot';

/** The states that the status line tells apart. In English its headline holds exactly one of these words. */
export const statusWords = ['idle', 'capturing', 'crawling', 'waiting', 'paused', 'blocked', 'done'] as const;

export type StatusMessage = {
  readonly word: (typeof statusWords)[number];
  /** Made of the catalogue's sentences and numbers only. */
  readonly headline: string;
  /** What the site or the browser said, in words that may not be ours; to be shown apart. */
  readonly reason?: string | null;
  readonly detail: string;
};

export type Moment = Pick<PageSnapshot, 'settings' | 'hasAccess' | 'overview' | 'isStoreBroken' | 'now'>;
/** With the stored data read. */
export type KnownMoment = Moment & { readonly overview: Overview };

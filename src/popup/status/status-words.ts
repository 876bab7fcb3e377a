import type { Overview } from '../../store/overview';
import type { PageSnapshot } from '../page-snapshot';

/** The states of the status line. In English its headline contains exactly one of these words. */
export const statusWords = ['idle', 'capturing', 'crawling', 'waiting', 'paused', 'blocked', 'done'] as const;

export type StatusMessage = {
  readonly word: (typeof statusWords)[number];
  /** Contains only sentences of the catalogue and numbers. */
  readonly headline: string;
  /** A quote from the site or the browser, to be set apart. */
  readonly reason?: string | null;
  readonly detail: string;
};

export type Moment = Pick<PageSnapshot, 'settings' | 'hasAccess' | 'overview' | 'isStoreBroken' | 'now'>;
/** With the stored data read. */
export type KnownMoment = Moment & { readonly overview: Overview };

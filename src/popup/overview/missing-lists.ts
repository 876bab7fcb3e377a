import { countMessage } from '../../i18n/message';
import type { Counters } from '../../store/counters';
import { crawlShare } from '../crawl/crawl-share';

export type MissingPart = {
  /** The class of its colour and shape. */
  readonly kind: 'unread' | 'partial' | 'gone' | 'forbidden';
  readonly size: number;
  readonly text: string;
};

const keys = {
  unread: 'coverage_unread',
  partial: 'coverage_partial',
  gone: 'coverage_gone',
  forbidden: 'coverage_forbidden',
} as const;

/** The lists of likes that are not complete, by reason; reasons without a list are left out. */
export function missingLists(counters: Counters): {
  readonly parts: readonly MissingPart[];
  readonly lists: number;
} {
  const { toGo, partial, gone, failed, forbidden } = crawlShare(counters);
  const sizes = { unread: toGo, partial, gone: gone + failed, forbidden };
  const kinds = Object.keys(keys) as (keyof typeof keys)[];
  const parts = kinds
    .map((kind) => ({ kind, size: sizes[kind], text: countMessage(keys[kind], sizes[kind]) }))
    .filter(({ size }) => size > 0);
  return { parts, lists: parts.reduce((sum, { size }) => sum + size, 0) };
}

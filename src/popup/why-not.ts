import { message } from '../i18n/message';
import type { PageSnapshot } from './page-snapshot';

/** Why there is nothing to crawl or to download, as a sentence; `null` when there is. */
export function whyNot({ overview }: Pick<PageSnapshot, 'overview'>): string | null {
  // True of data that cannot be read, and of data that only take their time.
  if (!overview) return message('page_dataUnread');
  return overview.counters.models === 0 ? message('page_nothingCaptured') : null;
}

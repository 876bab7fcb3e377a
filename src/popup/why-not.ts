import { message } from '../i18n/message';
import type { PageSnapshot } from './page-snapshot';

/** Why there is nothing to crawl or download, as a sentence; `null` if there is something. */
export function whyNot({ overview }: Pick<PageSnapshot, 'overview'>): string | null {
  // True both if the data cannot be read and if reading takes long.
  if (!overview) return message('page_dataUnread');
  return overview.counters.models === 0 ? message('page_nothingCaptured') : null;
}

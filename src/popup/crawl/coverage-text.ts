import { formatShare } from '../../i18n/format-share';
import { message } from '../../i18n/message';
import type { Counters } from '../../store/counters';
import { crawlShare } from './crawl-share';

/** The share of the site's likes that was read, over the settled models; `null` before there are any. */
export function coverage(counters: Counters): { readonly share: string; readonly isOfAll: boolean } | null {
  const { likesShown, likesOfShown } = counters;
  if (likesShown === 0) return null;
  return { share: formatShare(likesOfShown, likesShown), isOfAll: crawlShare(counters).toGo === 0 };
}

export function coverageText(counters: Counters): string | null {
  const read = coverage(counters);
  return read && message(read.isOfAll ? 'crawl_coverageAll' : 'crawl_coverageRead', { share: read.share });
}

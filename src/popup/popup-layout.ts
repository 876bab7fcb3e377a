import { isUnderWay } from '../crawl/crawl-state';
import type { Overview } from '../store/overview';
import { crawlShare } from './crawl/crawl-share';
import type { PageSnapshot } from './page-snapshot';

/**
 * The popup offers discovery only if no crawl is under way and no notice needs the space. In the tab it has its own
 * section.
 */
export function fitsDiscovery({ view, overview, hasAccess, errors, exporting }: PageSnapshot): boolean {
  if (view === 'tab' || !overview || !hasAccess) return false;
  const isNews =
    errors.length > 0 ||
    overview.problems.length > 0 ||
    exporting.phase !== 'none' ||
    isRestoredNews(overview);
  return !isNews && !isUnderWay(overview.crawl);
}

/** Whether to say that the database was lost: until a crawl has read the likes of the restored models, if any, again. */
export function isRestoredNews({ restored, crawl, counters }: Overview): boolean {
  if (restored === null || crawl.phase === 'done') return false;
  return counters.models === 0 || crawlShare(counters).toGo > 0;
}

import { isUnderWay } from '../crawl/crawl-state';
import type { Overview } from '../store/overview';
import { crawlShare } from './crawl/crawl-share';
import type { PageSnapshot } from './page-snapshot';

/**
 * The popup offers discovery only when no crawl is under way and no news needs the space. In the tab it has a section
 * of its own.
 */
export function fitsDiscovery({
  view,
  overview,
  refused,
  hasAccess,
  errors,
  exporting,
}: PageSnapshot): boolean {
  if (view === 'tab' || !overview || !hasAccess) return false;
  const isNews =
    errors.length > 0 ||
    refused !== null ||
    overview.problems.length > 0 ||
    exporting.phase !== 'none' ||
    isRestoredNews(overview);
  return !isNews && !isUnderWay(overview.crawl);
}

/** Whether to say that the database was lost: until a crawl has read again the likes of what came back, if anything did. */
export function isRestoredNews({ restored, crawl, counters }: Overview): boolean {
  if (restored === null || crawl.phase === 'done') return false;
  return counters.models === 0 || crawlShare(counters).toGo > 0;
}

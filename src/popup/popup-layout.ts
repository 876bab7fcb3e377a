import { isUnderWay } from '../crawl/crawl-state';
import type { Overview } from '../store/overview';
import { crawlShare } from './crawl/progress';
import type { PageSnapshot } from './page-snapshot';

/**
 * The popup offers discovery on calm days only: when no crawl is under way, and nothing happened that takes the room to
 * be told. In a tab it has a room of its own.
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

/** Whether to tell that the database was lost: until a crawl has read again the likes of what came back, if anything did. */
export function isRestoredNews({ restored, crawl, counters }: Overview): boolean {
  if (restored === null || crawl.phase === 'done') return false;
  return counters.models === 0 || crawlShare(counters).toGo > 0;
}

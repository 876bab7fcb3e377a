import type { Overview } from '../../store/overview';
import { crawlShare } from './crawl-share';

/** Whether to tell that the database was lost: until a crawl has read again the likes of what came back, if anything did. */
export function isRestoredNews({ restored, crawl, counters }: Overview): boolean {
  if (restored === null || crawl.phase === 'done') return false;
  return counters.models === 0 || crawlShare(counters).toGo > 0;
}

import type { Snapshot } from '../snapshot';
import { isResting } from './is-resting';
import { isRestoredNews } from './is-restored-news';

/**
 * The popup offers discovery on calm days only: when no crawl is under way, and nothing happened that takes the room to
 * be told. In a tab it has a room of its own.
 */
export function hasRoomForDiscovery({ view, overview, hasAccess, troubles, exporting }: Snapshot): boolean {
  if (view === 'tab' || !overview || !hasAccess) return false;
  const isNews =
    troubles.length > 0 ||
    overview.problems.length > 0 ||
    exporting.phase !== 'none' ||
    isRestoredNews(overview);
  return !isNews && isResting(overview);
}

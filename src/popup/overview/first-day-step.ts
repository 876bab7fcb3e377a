import { crawlShare } from '../crawl/crawl-share';
import type { PageSnapshot } from '../page-snapshot';

export type FirstDayStep = 'agree' | 'find' | 'collect';
export const firstDaySteps: readonly FirstDayStep[] = ['agree', 'find', 'collect'];

/** The step that somebody new is at; `null` from the first list of likes on, and while nothing is known. */
export function firstDayStep({
  settings,
  overview,
}: Pick<PageSnapshot, 'settings' | 'overview'>): FirstDayStep | null {
  if (!settings.consent) return 'agree';
  if (!overview) return null;
  const { models, settled } = crawlShare(overview.counters);
  if (settled > 0) return null;
  return models === 0 ? 'find' : 'collect';
}

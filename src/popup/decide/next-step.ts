import type { Snapshot } from '../snapshot';
import { crawlShare } from './crawl-share';

export type Step = 'start-collecting' | 'allow-access' | 'open-sketchfab' | 'start-crawl' | 'download';

/** What a person would do next: the one filled button of the page, or none. */
export function nextStep({
  settings,
  hasAccess,
  overview,
  exporting,
}: Pick<Snapshot, 'settings' | 'hasAccess' | 'overview' | 'exporting'>): Step | null {
  if (!settings.consent) return 'start-collecting';
  if (!hasAccess) return 'allow-access';
  if (!overview) return null;
  const { models, settled, toGo } = crawlShare(overview.counters);
  const { phase } = overview.crawl;
  if (phase === 'blocked') return 'open-sketchfab';
  if (phase === 'paused') return 'start-crawl';
  if (models === 0) return 'open-sketchfab';
  if (phase !== 'crawling' && toGo > 0) return 'start-crawl';
  return settled > 0 && exporting.phase !== 'running' ? 'download' : null;
}

import { isUnderWay } from '../crawl/crawl-state';
import { crawlShare } from './crawl/crawl-share';
import type { PageSnapshot } from './page-snapshot';

export type Step = 'start-collecting' | 'allow-access' | 'open-sketchfab' | 'start-crawl' | 'download';

/** The likely next step of the user: the one filled button of the page, or none. */
export function nextStep({
  settings,
  hasAccess,
  overview,
  exporting,
}: Pick<PageSnapshot, 'settings' | 'hasAccess' | 'overview' | 'exporting'>): Step | null {
  if (!settings.consent) return 'start-collecting';
  if (!hasAccess) return 'allow-access';
  if (!overview) return null;
  const { models, settled, toGo } = crawlShare(overview.counters);
  const { phase, blockedBy } = overview.crawl;
  // A visit changes neither the site's robots.txt nor its format.
  const isVisitOfUse = blockedBy !== 'robots' && blockedBy !== 'format';
  if (phase === 'blocked' && isVisitOfUse) return 'open-sketchfab';
  if (phase === 'paused') return 'start-crawl';
  if (!isUnderWay(overview.crawl) && models === 0) return 'open-sketchfab';
  if (!isUnderWay(overview.crawl) && toGo > 0) return 'start-crawl';
  return settled > 0 && exporting.phase !== 'running' ? 'download' : null;
}

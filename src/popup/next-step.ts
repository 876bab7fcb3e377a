import { isUnderWay } from '../crawl/crawl-state';
import { crawlShare } from './crawl/progress';
import type { PageSnapshot } from './page-snapshot';

export type Step = 'start-collecting' | 'allow-access' | 'open-sketchfab' | 'start-crawl' | 'download';

/** What a person would do next: the one filled button of the page, or none. */
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
  // What the site wrote to crawlers, or sends them now, no visit puts right: then nothing is urged.
  const isVisitOfUse = blockedBy !== 'robots' && blockedBy !== 'format';
  if (phase === 'blocked' && isVisitOfUse) return 'open-sketchfab';
  if (phase === 'paused') return 'start-crawl';
  if (!isUnderWay(overview.crawl) && models === 0) return 'open-sketchfab';
  if (!isUnderWay(overview.crawl) && toGo > 0) return 'start-crawl';
  return settled > 0 && exporting.phase !== 'running' ? 'download' : null;
}

type Known = Pick<PageSnapshot, 'overview'>;

const nothingCaptured = 'Nothing is captured yet.';
// True of data that cannot be read, and of data that only take their time.
const unread = 'The stored data are not read yet.';

/** Why there is nothing to crawl or to download, as a sentence; `null` when there is. */
export function whyNot({ overview }: Known): string | null {
  if (!overview) return unread;
  return overview.counters.models === 0 ? nothingCaptured : null;
}

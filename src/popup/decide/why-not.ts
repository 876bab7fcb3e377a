import type { Snapshot } from '../snapshot';
import { crawlShare } from './crawl-share';

type Known = Pick<Snapshot, 'overview'>;

const nothingCaptured = 'Nothing is captured yet.';
const unreadable = 'The stored data cannot be read.';

/** Why "Crawl all" has nothing to do, as a sentence; `null` when it can go. */
export function whyNotCrawl({ overview }: Known): string | null {
  if (!overview) return unreadable;
  const { models, toGo, again } = crawlShare(overview.counters);
  if (models === 0) return nothingCaptured;
  return toGo + again === 0 ? 'Every captured model was read.' : null;
}

export function whyNotDownload({ overview }: Known): string | null {
  if (!overview) return unreadable;
  return overview.counters.models === 0 ? nothingCaptured : null;
}

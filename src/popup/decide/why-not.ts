import type { Snapshot } from '../snapshot';
import { crawlShare } from './crawl-share';

type Known = Pick<Snapshot, 'overview'>;

const nothingCaptured = 'Nothing is captured yet.';
// True of data that cannot be read, and of data that only take their time.
const unread = 'The stored data are not read yet.';

/** Why "Crawl all" has nothing to do, as a sentence; `null` when it can go. */
export function whyNotCrawl({ overview }: Known): string | null {
  if (!overview) return unread;
  const { models, toGo, again } = crawlShare(overview.counters);
  if (models === 0) return nothingCaptured;
  return toGo + again === 0 ? 'Every captured model was read.' : null;
}

export function whyNotDownload({ overview }: Known): string | null {
  if (!overview) return unread;
  return overview.counters.models === 0 ? nothingCaptured : null;
}

import type { Snapshot } from '../snapshot';

type Known = Pick<Snapshot, 'overview'>;

const nothingCaptured = 'Nothing is captured yet.';
// True of data that cannot be read, and of data that only take their time.
const unread = 'The stored data are not read yet.';

/** Why there is nothing to crawl or to download, as a sentence; `null` when there is. */
export function whyNot({ overview }: Known): string | null {
  if (!overview) return unread;
  return overview.counters.models === 0 ? nothingCaptured : null;
}

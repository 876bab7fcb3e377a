import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';

// The jitter of the crawl delay adds up to a quarter, an eighth in the mean.
const withJitter = 9 / 8;

/** The milliseconds from one request to the next: the person's pace, or the slower one that the site's own speed led to. */
export function likelyPause(
  { crawlDelayMs }: Pick<Settings, 'crawlDelayMs'>,
  { delayMs }: Overview['host'],
): number {
  return crawlDelayMs === 0 ? 0 : Math.max(crawlDelayMs, delayMs) * withJitter;
}

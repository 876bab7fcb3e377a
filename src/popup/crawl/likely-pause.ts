import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';

// Jitter lengthens the crawl delay by up to a quarter, by an eighth on average.
const withJitter = 9 / 8;

/** Milliseconds between two requests: the user's setting, or longer if the site is slow. */
export function likelyPause(
  { crawlDelayMs }: Pick<Settings, 'crawlDelayMs'>,
  { delayMs }: Overview['host'],
): number {
  return crawlDelayMs === 0 ? 0 : Math.max(crawlDelayMs, delayMs) * withJitter;
}

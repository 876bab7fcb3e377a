/** The longest crawl delay that the settings accept, in ms. */
export const longestCrawlDelayMs = 600_000;
export const longestDelayWithJitterMs = crawlDelayWithJitter(longestCrawlDelayMs, 1);

/** The delay before the next request in ms: never below the setting, and up to a quarter longer. */
export function crawlDelayWithJitter(crawlDelayMs: number, random: number): number {
  return Math.round(crawlDelayMs * (1 + random / 4));
}

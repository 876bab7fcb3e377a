/** The longest that settings accept, with its jitter, in ms. */
export const longestCrawlDelayMs = crawlDelayWithJitter(600_000, 1);

/** The pause before the next request in ms: never under the person's setting, up to a quarter longer. */
export function crawlDelayWithJitter(crawlDelayMs: number, random: number): number {
  return Math.round(crawlDelayMs * (1 + random / 4));
}

/** The pause before the next request in ms: never under the person's setting, up to a quarter longer. */
export function crawlDelayWithJitter(crawlDelayMs: number, random: number): number {
  return Math.round(crawlDelayMs * (1 + random / 4));
}

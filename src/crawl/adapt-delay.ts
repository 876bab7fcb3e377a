/** Slower than this by itself the crawl does not become, in ms; what the site asks for is a wait of its own. */
export const slowestMs = 60_000;

export type Measured = {
  /** From the request to the end of its answer. */
  readonly latencyMs: number;
  /** `good`: the answer asked for. `bad`: anything else. `too-many`: the site said that we are too fast. */
  readonly was: 'good' | 'bad' | 'too-many';
};

/**
 * The pause before the next request in ms, after Scrapy's AutoThrottle: a site that needs long to answer is given as
 * long to rest, and when it is quicker again the pause goes half way back at each answer. Errors are often quicker than answers, so they never shorten it.
 * `floorMs` is the least there may be; 0, which only tests and benches set, switches all of it off.
 */
export function adaptDelay(beforeMs: number, floorMs: number, { latencyMs, was }: Measured): number {
  if (floorMs === 0) return 0;
  const calm = Math.max(latencyMs, (beforeMs + latencyMs) / 2);
  const within = (ms: number) => Math.round(Math.max(floorMs, Math.min(slowestMs, ms)));
  if (was === 'good') return within(calm);
  const wanted = was === 'too-many' ? 2 * Math.max(beforeMs, floorMs) : beforeMs;
  return Math.max(beforeMs, within(Math.max(wanted, calm)));
}

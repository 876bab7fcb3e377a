/** The longest delay in ms that latency alone leads to. Waits that the site asks for are separate. */
export const slowestMs = 60_000;

export type Measured = {
  /** From the request to the end of its response. */
  readonly latencyMs: number;
  /** `good`: the expected content. `too-many`: the site said that requests come too fast. `bad`: anything else. */
  readonly was: 'good' | 'bad' | 'too-many';
};

/**
 * The delay before the next request in ms, modelled on Scrapy's AutoThrottle. It is at least as long as the last
 * response took, and shrinks half way towards a lower latency at each good response. Errors often come faster than
 * content, so they never shorten it. `floorMs` is the minimum; 0, which only tests and benchmarks use, turns it off.
 */
export function adaptDelay(beforeMs: number, floorMs: number, { latencyMs, was }: Measured): number {
  if (floorMs === 0) return 0;
  const adapted = Math.max(latencyMs, (beforeMs + latencyMs) / 2);
  const within = (ms: number) => Math.round(Math.max(floorMs, Math.min(slowestMs, ms)));
  if (was === 'good') return within(adapted);
  const wanted = was === 'too-many' ? 2 * Math.max(beforeMs, floorMs) : beforeMs;
  return Math.max(beforeMs, within(Math.max(wanted, adapted)));
}

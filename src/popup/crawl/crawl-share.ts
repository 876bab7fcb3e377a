import type { Counters } from '../../store/counters';

/**
 * The models by state, as the bar and its legend show them. They always add up to `models`, which excludes those of other
 * machines.
 */
export type CrawlShare = {
  readonly complete: number;
  /** Something was read, but may be incomplete: `partial` and `drifted`. */
  readonly partial: number;
  readonly gone: number;
  readonly forbidden: number;
  readonly failed: number;
  readonly toGo: number;
  /** Settled, with an error that a retry may resolve. An upper bound: one model may lack both its likes and its tags. */
  readonly again: number;
  readonly settled: number;
  readonly models: number;
};

export function crawlShare({ byState, withoutFacts, elsewhere }: Counters): CrawlShare {
  const { complete, gone, forbidden, failed } = byState;
  const partial = byState.partial + byState.drifted;
  const toGo = byState.new + byState.crawling - elsewhere;
  const settled = complete + partial + gone + forbidden + failed;
  const again = Math.min(settled, partial + forbidden + failed + withoutFacts);
  return { complete, partial, gone, forbidden, failed, toGo, again, settled, models: settled + toGo };
}

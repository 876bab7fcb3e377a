import type { Counters } from '../../store/counters';

/** The models in four heaps, as the bar and its legend show them. They always add up to `models`. */
export type CrawlShare = {
  readonly complete: number;
  /** Something was read, but not proven whole: `partial` and `drifted`. */
  readonly partial: number;
  readonly gone: number;
  /** `forbidden` and `failed`. */
  readonly failed: number;
  readonly toGo: number;
  /** Through, but a new crawl asks for them once more. At most so many: one may lack both its likes and its tags. */
  readonly again: number;
  readonly settled: number;
  readonly models: number;
};

export function crawlShare({ byState, withoutFacts }: Counters): CrawlShare {
  const complete = byState.complete;
  const partial = byState.partial + byState.drifted;
  const gone = byState.gone;
  const failed = byState.forbidden + byState.failed;
  const toGo = byState.new + byState.crawling;
  const settled = complete + partial + gone + failed;
  const again = Math.min(settled, partial + failed + withoutFacts);
  return { complete, partial, gone, failed, toGo, again, settled, models: settled + toGo };
}

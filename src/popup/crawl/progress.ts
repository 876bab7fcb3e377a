import { isUnderWay } from '../../crawl/crawl-state';
import type { Counters } from '../../store/counters';
import type { Overview } from '../../store/overview';
import { formatShare } from '../../i18n/format-share';
import { likelyRequests } from './estimates';

/**
 * The models in heaps, as the bar and its legend show them. They always add up to `models`, in which those are not that
 * were left to other machines.
 */
export type CrawlShare = {
  readonly complete: number;
  /** Something was read, but not proven whole: `partial` and `drifted`. */
  readonly partial: number;
  readonly gone: number;
  readonly forbidden: number;
  readonly failed: number;
  readonly toGo: number;
  /** Through, but something went wrong that another try may put right. At most so many: one may lack both its likes and its tags. */
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

export type RequestShare = { readonly done: number; readonly toGo: number };

/**
 * How far a crawl is that looks for changes where every model is settled already: by requests of this run. `null`
 * when the models themselves tell how far it is, or no crawl is under way.
 */
export function requestShare({ crawl, counters }: Overview): RequestShare | null {
  if (!isUnderWay(crawl) || crawl.scope === 'discovery' || crawlShare(counters).toGo > 0) return null;
  const share = {
    done: counters.requests - crawl.requestsBefore,
    toGo: likelyRequests(counters.queued, counters),
  };
  return share.done + share.toGo === 0 ? null : share;
}

/** How much of what the site shows was read, over the models that are through; `null` before any of them told. */
export function coverageText(counters: Counters): string | null {
  const { likesShown, likesOfShown } = counters;
  if (likesShown === 0) return null;
  const share = formatShare(likesOfShown, likesShown);
  return crawlShare(counters).toGo > 0
    ? `${share} of the likes of models read`
    : `${share} of the likes shown on the site`;
}

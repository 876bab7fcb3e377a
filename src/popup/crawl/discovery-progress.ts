import type { Overview } from '../../store/overview';

type Discovery = NonNullable<Overview['discovery']>;

// With fewer, one famous model decides the slope.
const enoughPages = 10;
// How likes fell with rank in 2016, as a power law: 28,806 models with at least 5 likes had 632,840 likes.
const slopeOf2016 = 0.85;

/** How many more pages the list is likely to have; `null` if that cannot be estimated yet. */
export function discoveryRest(discovery: Discovery): number | null {
  const { pages, listed, firstLikeCount, lastLikeCount, minimumLikes } = discovery;
  // The number of models without likes cannot be estimated from those that have some.
  if (pages < enoughPages || minimumLikes === 0 || firstLikeCount === null || lastLikeCount === null)
    return null;
  if (lastLikeCount <= minimumLikes) return 0;
  const like2016 = listed * (lastLikeCount / minimumLikes) ** (1 / slopeOf2016);
  const models = Math.min(like2016, byOwnSlope(listed, firstLikeCount, lastLikeCount, minimumLikes));
  return Math.ceil(((models - listed) * pages) / listed);
}

/**
 * A straight line through the first model and the last, on logarithmic axes. The list falls more and more steeply, so this
 * is an upper bound: far too high at first, and the better estimate towards the end.
 */
function byOwnSlope(listed: number, first: number, last: number, minimum: number): number {
  return first <= last ? Infinity : listed ** (Math.log(first / minimum) / Math.log(first / last));
}

/** `held-up`: the next crawl or discovery continues it. */
export type DiscoveryPhase = 'none' | 'running' | 'held-up' | 'over';

export function discoveryPhase({ crawl, discovery }: Overview): DiscoveryPhase {
  if (!discovery) return 'none';
  if (discovery.endedAt !== null) return 'over';
  return crawl.phase === 'crawling' ? 'running' : 'held-up';
}

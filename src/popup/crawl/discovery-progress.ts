import type { Overview } from '../../store/overview';

type Discovery = NonNullable<Overview['discovery']>;

// Before that, one famous model decides about the slope.
const enoughPages = 10;
// How likes fell with the rank in 2016, as a power of it: what 28,806 models with 5 likes or more and 632,840 in all lead to.
const slopeOf2016 = 0.85;

/** How many pages of the list are likely to follow, `null` while nobody can know. */
export function discoveryRest(discovery: Discovery): number | null {
  const { pages, listed, firstLikeCount, lastLikeCount, minimumLikes } = discovery;
  // How many models have no likes at all does not follow from those that have some.
  if (pages < enoughPages || minimumLikes === 0 || firstLikeCount === null || lastLikeCount === null)
    return null;
  if (lastLikeCount <= minimumLikes) return 0;
  const like2016 = listed * (lastLikeCount / minimumLikes) ** (1 / slopeOf2016);
  const models = Math.min(like2016, byOwnSlope(listed, firstLikeCount, lastLikeCount, minimumLikes));
  return Math.ceil(((models - listed) * pages) / listed);
}

/**
 * On a straight line, in logarithms, through the first model and the last. The list falls ever steeper, so this is
 * the most there can be: far too many at first, and the better estimate towards the end.
 */
function byOwnSlope(listed: number, first: number, last: number, minimum: number): number {
  return first <= last ? Infinity : listed ** (Math.log(first / minimum) / Math.log(first / last));
}

/** `held-up`: it goes on from where it stands with the next crawl or discovery. */
export type DiscoveryPhase = 'none' | 'running' | 'held-up' | 'over';

export function discoveryPhase({ crawl, discovery }: Overview): DiscoveryPhase {
  if (!discovery) return 'none';
  if (discovery.endedAt !== null) return 'over';
  return crawl.phase === 'crawling' ? 'running' : 'held-up';
}

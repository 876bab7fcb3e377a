import type { Overview } from '../../store/overview';

/** `held-up`: it goes on from where it stands with the next crawl or discovery. */
export type DiscoveryPhase = 'none' | 'running' | 'held-up' | 'over';

export function discoveryPhase({ crawl, discovery }: Overview): DiscoveryPhase {
  if (!discovery) return 'none';
  if (discovery.endedAt !== null) return 'over';
  return crawl.phase === 'crawling' ? 'running' : 'held-up';
}

import type { Overview } from '../../store/overview';

/** Of all that may block a crawl, a wall alone may let pass whom it knows by cookies. */
export function isWalled({ crawl }: Overview): boolean {
  return crawl.phase === 'blocked' && (crawl.blockedBy ?? 'wall') === 'wall';
}

import type { Overview } from '../../store/overview';

/** No crawl is under way, nor held up: another one can be begun. */
export function isResting({ crawl }: Overview): boolean {
  return crawl.phase === 'idle' || crawl.phase === 'done';
}

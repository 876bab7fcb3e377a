import type { LikesOutDatabase } from './database';
import { readState } from './states';

/** Also while the crawl is paused or blocked: what was captured meanwhile belongs to it when it goes on. */
export async function isEverythingCrawled(db: LikesOutDatabase): Promise<boolean> {
  const { phase, scope } = await readState(db, 'crawl');
  return scope === 'everything' && phase !== 'idle' && phase !== 'done';
}

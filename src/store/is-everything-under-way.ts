import { isUnderWay } from '../crawl/crawl-state';
import type { LikesOutDatabase } from './database';
import { readState } from './states';

/** Whether newly captured models belong to the current crawl. They do while it is paused or blocked, too. */
export async function isEverythingUnderWay(db: LikesOutDatabase): Promise<boolean> {
  const crawl = await readState(db, 'crawl');
  return crawl.scope === 'everything' && isUnderWay(crawl);
}

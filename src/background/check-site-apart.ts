import { checkSite, type CheckTools } from '../crawl/check-site';
import type { LikesOutDatabase } from '../store/database';
import { siteCheckStore } from '../store/site-check-store';
import { sleep } from './sleep';
import type { Locks } from './with-crawl-lock';

type Tools = Pick<CheckTools, 'fetchAnswer' | 'readPace'> & {
  readonly db: LikesOutDatabase;
  readonly locks: Locks;
};

/** Checks the site while no crawl runs and none can begin. Rejects if one runs, or with the signal's reason. */
export function checkSiteApart({ db, locks, ...tools }: Tools, signal: AbortSignal): Promise<void> {
  return locks.request('crawl', { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Error('a crawl is running');
    const rest = { sleep, now: Date.now, random: Math.random };
    await checkSite({ ...siteCheckStore(db), ...tools, ...rest }, signal);
  });
}

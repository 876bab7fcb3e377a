import { checkSite, type CheckTools } from '../crawl/check-site';
import type { LikesOutDatabase } from '../store/database';
import { siteCheckStore } from '../store/site-check-store';
import { sleep } from './sleep';
import type { Locks } from './with-crawl-lock';

type Tools = Pick<CheckTools, 'fetchAnswer' | 'readPace'> & {
  readonly db: LikesOutDatabase;
  readonly locks: Locks;
};

/** Checks the site while no crawl runs and none can begin. Rejects if one runs. */
export function checkSiteApart({ db, locks, ...tools }: Tools): Promise<void> {
  return locks.request('crawl', { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Error('a crawl is running');
    await checkSite({
      ...siteCheckStore(db),
      ...tools,
      sleep: (ms) => sleep(ms, new AbortController().signal),
      now: Date.now,
      random: Math.random,
    });
  });
}

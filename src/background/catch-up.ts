import type { Settings } from '../settings/settings';
import { startCrawl } from '../store/control-crawl';
import type { LikesOutDatabase } from '../store/database';
import { readOverview } from '../store/overview';
import { keepCatchUpAlarm } from './alarm';

/** Looks for what has changed, unless a crawl is under way, paused or stopped, or there is nothing to look at. */
export async function catchUp(db: LikesOutDatabase, { consent, nightlyCatchUp }: Settings): Promise<void> {
  const { crawl, counters } = await readOverview(db);
  const { answers, unknownLists } = counters.queued;
  // A crawl that the person stopped has its requests in the queue still.
  const isFree = crawl.phase === 'done' || (crawl.phase === 'idle' && answers + unknownLists === 0);
  if (consent && nightlyCatchUp && isFree && counters.models > 0) await startCrawl(db, 'all', Date.now());
}

export async function followCatchUpSetting({ consent, nightlyCatchUp }: Settings): Promise<void> {
  await keepCatchUpAlarm(consent && nightlyCatchUp, Date.now());
}

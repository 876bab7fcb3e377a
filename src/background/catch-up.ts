import type { Settings } from '../settings/settings';
import { startCrawl } from '../store/control-crawl';
import type { LikesOutDatabase } from '../store/database';
import { readOverview } from '../store/overview';
import { keepCatchUpAlarm } from './alarm';

/** Starts a crawl for changes, unless another crawl is under way or was stopped, or there are no models. */
export async function catchUp(db: LikesOutDatabase, { consent, nightlyCatchUp }: Settings): Promise<void> {
  const { crawl, counters } = await readOverview(db);
  const { answers, unknownLists } = counters.queued;
  // A crawl that the user stopped still has requests in the queue.
  const isFree = crawl.phase === 'done' || (crawl.phase === 'idle' && answers + unknownLists === 0);
  if (consent && nightlyCatchUp && isFree && counters.models > 0) await startCrawl(db, 'all', Date.now());
}

export async function followCatchUpSetting({ consent, nightlyCatchUp }: Settings): Promise<void> {
  await keepCatchUpAlarm(consent && nightlyCatchUp, Date.now());
}

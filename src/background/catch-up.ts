import type { Settings } from '../settings/settings';
import { startCrawl } from '../store/control-crawl';
import type { LikesOutDatabase } from '../store/database';
import { readOverview } from '../store/overview';
import { readState, writeState } from '../store/states';
import { clearCatchUpAlarm, setCatchUpAlarm } from './alarm';
import { isCheckDue, nextCheck } from './nightly-schedule';

/** Runs when the alarm fires: checks for changes if that is due, and sets the next alarm. */
export async function catchUp(db: LikesOutDatabase, settings: Settings, now: number): Promise<void> {
  const lastCheck = await readState(db, 'lastCheck');
  if (isWanted(settings) && lastCheck !== null && isCheckDue(now, lastCheck)) {
    if (await isFree(db)) await startCrawl(db, 'all', now);
    // Last, so that a check that could not start is tried again at the next start of the worker.
    await writeState(db, 'lastCheck', now);
  }
  await scheduleCatchUp(db, settings, now);
}

/** Called at each start of the worker and when settings change: browsers may forget alarms when they close. */
export async function scheduleCatchUp(db: LikesOutDatabase, settings: Settings, now: number): Promise<void> {
  const lastCheck = await readState(db, 'lastCheck');
  if (!isWanted(settings)) {
    if (lastCheck !== null) await writeState(db, 'lastCheck', null);
    await clearCatchUpAlarm();
    return;
  }
  // Nothing was missed before the user switched the checks on.
  if (lastCheck === null) await writeState(db, 'lastCheck', now);
  await setCatchUpAlarm(nextCheck(now, lastCheck ?? now));
}

const isWanted = ({ consent, nightlyCatchUp }: Settings) => consent && nightlyCatchUp;

/** Unless a crawl is under way or was stopped, or there are no models. */
async function isFree(db: LikesOutDatabase): Promise<boolean> {
  const { crawl, counters } = await readOverview(db);
  const { answers, unknownLists } = counters.queued;
  // A crawl that the user stopped still has requests in the queue.
  const isIdle = crawl.phase === 'done' || (crawl.phase === 'idle' && answers + unknownLists === 0);
  return isIdle && counters.models > 0;
}

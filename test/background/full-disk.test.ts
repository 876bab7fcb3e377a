import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { crawlErrorMessage } from '../../src/background/crawl-error-message';
import { createCrawlRunner } from '../../src/background/crawl-runner';
import { isCrawling, recordError } from '../../src/store/control-crawl';
import { readOverview } from '../../src/store/overview';
import { Rig } from '../crawl/rig';
import { failWrites } from '../store/failing-disk';
import { expectTrueCounters } from '../store/true-counters';

/** The real runner over the rig's crawl, woken as by the alarm. */
function workerOf(rig: Rig) {
  const reports: unknown[] = [];
  let alarm = false;
  const runner = createCrawlRunner({
    crawl: async () => {
      await recordError(rig.db, null);
      await rig.work();
    },
    isCrawling: () => isCrawling(rig.db),
    keepAlarm: (isNeeded) => {
      alarm = isNeeded;
      return Promise.resolve();
    },
    recordError: (error) => recordError(rig.db, crawlErrorMessage(error)),
    reconnect: () => rig.db.close({ disableAutoOpen: false }),
    report: (_, error) => reports.push(error),
  });
  return { wake: () => runner.wake(), reports, hasAlarm: () => alarm };
}

describe('a full disk', () => {
  it.each(['request', 'transaction'] as const)(
    'leaves no write half done at any %s of a crawl, is reported, and the crawl resumes on its own',
    async (at) => {
      let hasFailed = true;
      for (let nth = 0; hasFailed; nth += 4) {
        const rig = await new Rig([26]).begin();
        const worker = workerOf(rig);
        let writes = 0;
        // Full only for a moment: there is space again for the error that is recorded next.
        const disk = failWrites(() => writes++ === nth, 'QuotaExceededError', at);
        await worker.wake();
        disk.restore();
        hasFailed = writes > nth;
        await expectTrueCounters(rig.db);
        if (hasFailed) {
          expect((await readOverview(rig.db)).crawl).toMatchObject({
            phase: 'crawling',
            reason: 'the disk of this computer is full',
          });
          expect(worker.hasAlarm()).toBe(true);
        }
        rig.time += 30_000;
        await worker.wake();
        expect(await rig.phase()).toBe('done');
        expect(await rig.stored()).toEqual(rig.truth());
        expect((await readOverview(rig.db)).crawl.reason).toBeNull();
        await expectTrueCounters(rig.db);
      }
    },
  );

  it('keeps the alarm trying while it lasts, and reports to the console at least', async () => {
    const rig = await new Rig([30]).begin();
    const worker = workerOf(rig);
    const disk = failWrites(() => true, 'QuotaExceededError', 'transaction');
    await worker.wake();
    expect(worker.hasAlarm()).toBe(true);
    expect(worker.reports.map(crawlErrorMessage)).toContain('the disk of this computer is full');
    disk.restore();
    await worker.wake();
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a lost database connection during a crawl', () => {
  it('costs nothing, as the crawl continues on a new connection', async () => {
    const rig = await new Rig([60, 3]).begin();
    const worker = workerOf(rig);
    rig.world.hold = (nth) => {
      if (nth === 3) forceCloseDatabase(rig.db.backendDB() as never);
      return undefined;
    };
    await worker.wake();
    rig.time += 30_000;
    await worker.wake();
    expect(await rig.phase()).toBe('done');
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

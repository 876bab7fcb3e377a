import { describe, expect, it } from 'vitest';
import { FakeLocks } from '../background/fake-locks';
import { Rig } from '../crawl/rig';
import { startWorker } from '../crawl/start-worker';
import { expectTrueCounters } from '../store/true-counters';
import { leap } from './leap';

const likes = [60, 0, 25];

describe('two workers', () => {
  it('sends no request from the second worker while the first one crawls', async () => {
    const rig = await new Rig(likes).begin();
    const locks = new FakeLocks();
    const second = startWorker(rig, locks);
    let tries = 0;
    rig.world.hold = async (nth) => {
      tries += 1;
      await second.crawl();
      expect(rig.world.asked).toHaveLength(nth);
    };
    await startWorker(rig, locks).crawl();
    expect(tries).toBe(likes.length + 6);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('counts a page once if another worker stored it while its answer was on the way', async () => {
    const rig = await new Rig([60]).begin();
    const abort = new AbortController();
    rig.world.hold = async (nth) => {
      if (nth === 3) abort.abort(); // the second worker stores this page and stops
      if (nth !== 2) return;
      rig.time += 60_000;
      await rig.work(rig.queue(), { signal: abort.signal });
    };
    await rig.work();
    await expectTrueCounters(rig.db);
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
    expect(await rig.db.likesPages.count()).toBe(3);
    expect(rig.world.asked).toHaveLength(1 + 3 + 1);
    await expectTrueCounters(rig.db);
  });
});

describe('the worker that holds the crawl lock dies', () => {
  it('lets the next worker crawl at once, with the usual delay after the last request', async () => {
    const rig = await new Rig(likes).begin();
    const locks = new FakeLocks();
    const first = startWorker(rig, locks);
    await new Promise<void>((resolve, reject) => {
      rig.world.hold = (nth) => {
        if (nth !== 2) return undefined;
        first.kill();
        resolve();
        return new Promise(() => {}); // a dead worker never gets a response
      };
      first.crawl().catch(reject);
    });
    await startWorker(rig, locks).crawl();
    expect(await rig.stored()).toEqual(rig.truth());
    expect(Math.min(...rig.gaps())).toBeGreaterThanOrEqual(1_000);
    await expectTrueCounters(rig.db);
  });
});

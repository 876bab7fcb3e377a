import { describe, expect, it } from 'vitest';
import { modelUrl } from '../../src/sketchfab/addresses';
import { pauseCrawl, startCrawl, stopCrawl } from '../../src/store/control-crawl';
import { crawlQueue } from '../../src/store/crawl-queue';
import { recordSightings } from '../../src/store/upsert-models';
import { FakeLocks } from '../background/fake-locks';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from './rig';
import { startWorker } from './start-worker';
import { modelUid, sighting, status } from './small-world';

const likes = [60, 0, 24, 1, 25];
/** One request per page of likes (3 + 1 + 1 + 1 + 2), and one per model for its facts. */
const allRequests = 8 + likes.length;

describe('a user who controls the crawl', () => {
  it('pauses it: nothing is requested until it resumes, and no page is lost or requested twice', async () => {
    const rig = await new Rig(likes).begin();
    const abort = new AbortController();
    rig.world.answer = (_, nth) => {
      if (nth === 4) abort.abort();
      return undefined;
    };
    await rig.work(rig.queue(), { signal: abort.signal });
    await pauseCrawl(rig.db);
    await rig.work();
    expect(rig.world.asked).toHaveLength(4);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(rig.world.asked).toHaveLength(allRequests);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('stops it just as it ends, and it stays stopped', async () => {
    const rig = await new Rig([1]).begin();
    await stopCrawl(rig.db);
    await crawlQueue(rig.db).finishCrawl();
    expect(await rig.phase()).toBe('idle');
  });

  it('starts it twice and gets one crawl', async () => {
    const rig = await new Rig(likes).begin();
    const locks = new FakeLocks();
    await startCrawl(rig.db, 'all', rig.time);
    await Promise.all([
      startWorker(rig, locks).crawl(),
      startCrawl(rig.db, 'all', rig.time),
      startWorker(rig, locks).crawl(),
    ]);
    await rig.workOn();
    expect(rig.world.asked).toHaveLength(allRequests);
  });

  it('keeps browsing, and models captured meanwhile join the crawl', async () => {
    const rig = new Rig([30, 30]);
    await recordSightings(rig.db, [sighting(0)], rig.time);
    await startCrawl(rig.db, 'all', rig.time);
    await recordSightings(rig.db, [sighting(1)], rig.time);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('starts it again, and only the number of likes of a complete model is requested', async () => {
    const rig = await new Rig([30, 60]).begin();
    rig.world.answer = (url) => (url.searchParams.get('cursor') === 'c48' ? status(500) : undefined);
    await rig.workOn(300);
    expect((await rig.db.models.toArray()).map(({ state }) => state)).toEqual(['complete', 'partial']);
    const before = rig.world.asked.length;
    rig.world.answer = () => undefined;
    await startCrawl(rig.db, 'all', rig.time);
    await expectTrueCounters(rig.db);
    await rig.workOn();
    const aboutComplete = rig.world.asked.slice(before).filter(({ url }) => url.includes(modelUid(0)));
    expect(aboutComplete.map(({ url }) => url)).toEqual([modelUrl(modelUid(0))]);
    expect(await rig.stored()).toEqual(rig.truth());
    await expectTrueCounters(rig.db);
  });
});

describe('a second pass over a short list', () => {
  it('keeps the likes of the first pass if it ends even earlier', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (url) => (url.searchParams.get('cursor') === 'c48' ? status(500) : undefined);
    await rig.workOn(300);
    rig.world.answer = (url) => (url.searchParams.has('cursor') ? status(500) : undefined);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn(300);
    expect(await rig.db.models.toArray()).toMatchObject([{ state: 'partial', likesCollected: 48 }]);
    expect((await rig.stored())[modelUid(0)]).toHaveLength(48);
    await expectTrueCounters(rig.db);
  });
});

import { describe, expect, it } from 'vitest';
import { modelUrl } from '../../src/sketchfab/addresses';
import { pauseCrawl, startCrawl, stopCrawl } from '../../src/store/control-crawl';
import { crawlQueue } from '../../src/store/crawl-queue';
import { recordSightings } from '../../src/store/upsert-models';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from './rig';
import { json, modelUid, sighting, status } from './small-world';

const isFacts = (url: URL) => url.pathname.startsWith('/v3/');

describe('a list shorter than the site shows', () => {
  it('is not complete even if the number became known only after it was read', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = (url, nth) => {
      if (!isFacts(url)) return undefined;
      return nth === 1 ? status(500) : json({ uid: modelUid(0), tags: [], categories: [], likeCount: 500 });
    };
    await rig.workOn();
    expect(await rig.db.models.toArray()).toMatchObject([
      { state: 'drifted', likeCount: 500, likesCollected: 30 },
    ]);
    await expectTrueCounters(rig.db);
  });

  it('is not complete even if the number arrived while it was read', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (url, nth) => {
      if (isFacts(url)) return status(404);
      if (nth === 3) {
        rig.world.hold = () =>
          recordSightings(rig.db, [sighting(0, { likeCount: 61 })], rig.time).then(() => undefined);
      }
      return undefined;
    };
    await rig.workOn();
    expect(await rig.db.models.toArray()).toMatchObject([{ state: 'drifted', likesCollected: 60 }]);
  });

  it('is complete if the number turns out to be outdated', async () => {
    const rig = new Rig([30]);
    const known = { tags: [], categories: [], likeCount: 21 };
    rig.world.likers.set(modelUid(0), rig.world.likers.get(modelUid(0))!.slice(0, 20));
    await recordSightings(rig.db, [sighting(0, known)], rig.time);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(await rig.db.models.toArray()).toMatchObject([{ state: 'complete', likeCount: 20 }]);
    await expectTrueCounters(rig.db);
  });
});

describe('facts that could not be fetched', () => {
  it('are reported as missing and requested by the next crawl', async () => {
    const rig = await new Rig([1, 1]).begin();
    rig.world.answer = (url) =>
      isFacts(url) && url.pathname.endsWith(modelUid(0)) ? status(500) : undefined;
    await rig.workOn(300);
    expect((await rig.db.models.toArray())[0]).toMatchObject({ state: 'complete', tags: null });
    expect((await rig.db.models.toArray())[0]?.factsError).toMatch(/HTTP 500/);
    await expectTrueCounters(rig.db);
    rig.world.answer = () => undefined;
    const before = rig.world.asked.length;
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(rig.world.asked.slice(before).map(({ url }) => url)).toContain(modelUrl(modelUid(0)));
    expect((await rig.db.models.toArray())[0]).toMatchObject({ tags: [], factsError: null });
    await expectTrueCounters(rig.db);
  });
});

describe('an incomplete second sweep with as many other users', () => {
  it('is added to the likes of the first', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (url) => (url.searchParams.has('cursor') ? status(500) : undefined);
    await rig.workOn(300);
    const first = (await rig.stored())[modelUid(0)];
    const users = rig.world.likers.get(modelUid(0))!;
    rig.world.likers.set(modelUid(0), [...users.slice(30), ...users.slice(0, 30)]);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn(300);
    const second = users.slice(30, 54);
    expect((await rig.stored())[modelUid(0)]).toEqual([...new Set([...first!, ...second])].sort());
    await expectTrueCounters(rig.db);
  });
});

describe('a clock that was wrong', () => {
  it.each(['year', 'day'])('by a %s and is set right delays the crawl by a day at most', async (jump) => {
    const rig = await new Rig([30]).begin();
    const ms = (jump === 'year' ? 365 : 1) * 86_400_000;
    rig.world.answer = (_, nth) => {
      if (nth === 1) rig.time += ms;
      if (nth === 2) rig.time -= ms;
      return undefined;
    };
    await rig.workOn(3_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a request that failed temporarily', () => {
  it('is repeated as soon as it is due, before models captured later', async () => {
    const rig = await new Rig(Array<number>(30).fill(30)).begin();
    rig.world.answer = (_, nth) => (nth === 3 ? status(502) : undefined);
    await rig.workOn();
    const about = rig.world.asked.map(({ url }) => url.includes(modelUid(0)));
    expect(about.lastIndexOf(true)).toBeLessThan(20);
  });
});

describe('a button pressed between planning and sending a request', () => {
  it.each([pauseCrawl, stopCrawl])('is obeyed: %o', async (press) => {
    const rig = await new Rig([30]).begin();
    const queue = crawlQueue(rig.db);
    const claimTurn: typeof queue.claimTurn = async (...args) => {
      await press(rig.db);
      return queue.claimTurn(...args);
    };
    await rig.work({ ...queue, claimTurn });
    expect(rig.world.asked).toEqual([]);
  });
});

describe('a model captured as the crawl ends', () => {
  it('is stored', async () => {
    const rig = new Rig([1, 1]);
    await recordSightings(rig.db, [sighting(0)], rig.time);
    await startCrawl(rig.db, 'all', rig.time);
    const queue = crawlQueue(rig.db);
    const finishCrawl = async () => {
      await recordSightings(rig.db, [sighting(1)], rig.time);
      await queue.finishCrawl();
    };
    await rig.work({ ...queue, finishCrawl });
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a list that keeps drifting', () => {
  it('adds new likes and keeps the users seen before', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = (url) =>
      isFacts(url) ? json({ uid: modelUid(0), tags: [], categories: [], likeCount: 500 }) : undefined;
    await rig.workOn();
    const users = rig.world.likers.get(modelUid(0))!;
    const newcomers = Array.from({ length: 60 }, (_, i) => `e${i}`);
    rig.world.likers.set(modelUid(0), [...users.slice(1), ...newcomers]);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect((await rig.stored())[modelUid(0)]).toEqual([...users, ...newcomers].sort());
    await expectTrueCounters(rig.db);
  });
});

describe('models that are truly forbidden', () => {
  it('do not stop the next crawl, which requests them once more', async () => {
    const rig = await new Rig(Array<number>(24).fill(1)).begin();
    const uids = [...rig.world.likers.keys()];
    const isClosed = (url: URL) => uids.findIndex((uid) => url.href.includes(uid)) % 3 === 0;
    rig.world.answer = (url) => (isClosed(url) ? status(403) : undefined);
    await rig.workOn();
    expect(await rig.phase()).toBe('done');
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(await rig.phase()).toBe('done');
  });
});

describe('facts that arrived another way', () => {
  it('are no longer reported as missing', async () => {
    const rig = await new Rig([1]).begin();
    rig.world.answer = (url) => (isFacts(url) ? status(403) : undefined);
    await rig.workOn();
    expect((await rig.db.models.toArray())[0]?.factsError).toMatch(/403/);
    await recordSightings(rig.db, [sighting(0, { tags: [], categories: [] })], rig.time);
    expect((await rig.db.models.toArray())[0]?.factsError).toBeNull();
    await expectTrueCounters(rig.db);
  });
});

describe('a list of made-up users that never ends', () => {
  it('is given up with its cause, and the crawl goes on to the next model', async () => {
    const rig = await new Rig([30, 30]).begin();
    let page = 0;
    rig.world.answer = (url) => {
      if (isFacts(url) || url.searchParams.get('model') !== modelUid(0)) return undefined;
      page += 1;
      const results = Array.from({ length: 24 }, (_, user) => ({ uid: `${page * 100 + user}` }));
      return json({ results, next: null, cursors: { next: `c${page}` } });
    };
    await rig.workOn(3_000);
    const [endless, other] = await rig.db.models.toArray();
    expect(endless).toMatchObject({ state: 'partial', likeCount: 30 });
    expect(endless!.cause).toBe('the list of likes is far longer than the number of likes shown');
    expect(page).toBe(45);
    expect(other).toMatchObject({ state: 'complete', likesCollected: 30 });
    await expectTrueCounters(rig.db);
  });
});

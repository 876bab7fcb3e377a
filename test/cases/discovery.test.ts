import { describe, expect, it } from 'vitest';
import { pauseCrawl, startCrawl, startDiscovery, stopCrawl } from '../../src/store/control-crawl';
import { recordSightings } from '../../src/store/upsert-models';
import { modelUid, sighting, status } from '../crawl/small-world';
import { expectTrueCounters } from '../store/true-counters';
import { cursorsAsked, discovering, discoveryOf, isListing, listed, type Row, rowsOf } from './catalogue';
import { leap, models, workUpTo } from './leap';

/** 200 models with 200 likes down to one: page 8 has those with 32 to 9 likes, page 9 the rest. */
const slope = rowsOf(Array.from({ length: 200 }, (_, i) => 200 - i));
const enough = (least: number) => slope.filter(({ likeCount }) => likeCount! >= least).map(({ uid }) => uid);

describe('the discovery of the most liked models', () => {
  it('goes down to the minimum, requests each page once, and stores no model below it', async () => {
    const rig = await discovering(
      listed(() => slope),
      100,
    );
    await leap(rig);
    // The fifth page is the last with a model of a hundred likes; the sixth shows that there are no more.
    expect(cursorsAsked(rig)).toEqual([null, 'p24', 'p48', 'p72', 'p96', 'p120']);
    expect((await models(rig)).map(({ uid }) => uid)).toEqual(enough(100));
    expect(await discoveryOf(rig)).toMatchObject({
      listed: 101,
      newModels: 101,
      error: null,
      firstLikeCount: 200,
    });
    expect((await discoveryOf(rig))!.endedAt).not.toBeNull();
    expect(await rig.phase()).toBe('idle');
    await expectTrueCounters(rig.db);
  });

  it('ends with the catalogue if every model has enough likes', async () => {
    const rig = await discovering(
      listed(() => slope),
      0,
    );
    await leap(rig);
    expect(cursorsAsked(rig)).toHaveLength(9);
    expect(await models(rig)).toHaveLength(200);
  });

  it('resumes after a kill at any page, repeating only the page under way', async () => {
    for (let nth = 1; nth <= 8; nth++) {
      const rig = await discovering(
        listed(() => slope),
        50,
      );
      await workUpTo(rig, nth);
      rig.db.close({ disableAutoOpen: false });
      const killed = { ...rig.queue(), saveListing: () => Promise.reject(new Error('killed')) };
      await rig.work(killed).catch(() => undefined);
      await leap(rig);
      const asked = cursorsAsked(rig);
      expect(asked.length).toBeLessThanOrEqual(new Set(asked).size + 1);
      expect((await models(rig)).map(({ uid }) => uid)).toEqual(enough(50));
      await expectTrueCounters(rig.db);
    }
  });

  it('resumes from where it was paused or stopped when its own button is pressed', async () => {
    for (const hold of [pauseCrawl, stopCrawl]) {
      const rig = await discovering(
        listed(() => slope),
        50,
      );
      await workUpTo(rig, 3);
      await hold(rig.db);
      await rig.work();
      expect(cursorsAsked(rig)).toHaveLength(3);
      await startDiscovery(rig.db, 50, rig.time);
      await leap(rig);
      expect(new Set(cursorsAsked(rig)).size).toBe(cursorsAsked(rig).length);
      expect((await models(rig)).map(({ uid }) => uid)).toEqual(enough(50));
    }
  });

  it('counts a model once if it moves from page to page', async () => {
    let rows: readonly Row[] = slope;
    const rig = await discovering(
      listed(() => rows),
      50,
    );
    rig.world.hold = (nth) => {
      // Three models arrive at the top, so the last three of a page are the first three of the next.
      const fresh = [0, 1, 2].map((i) => ({ uid: modelUid(1_000 + 3 * nth + i), likeCount: 300 }));
      if (nth < 5) rows = [...fresh, ...rows];
      return undefined;
    };
    await leap(rig);
    const uids = (await models(rig)).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(enough(50).filter((uid) => !uids.includes(uid as never))).toEqual([]);
    const { listed: seen, newModels } = (await discoveryOf(rig))!;
    expect(newModels).toBe(uids.length);
    expect(seen).toBeGreaterThan(newModels);
    await expectTrueCounters(rig.db);
  });

  it('adopts a minimum that was raised or lowered midway', async () => {
    for (const [from, to] of [
      [100, 20],
      [20, 100],
    ] as const) {
      const rig = await discovering(
        listed(() => slope),
        from,
      );
      await workUpTo(rig, 3);
      await startDiscovery(rig.db, to, rig.time);
      await leap(rig);
      expect(new Set(cursorsAsked(rig)).size).toBe(cursorsAsked(rig).length);
      expect((await models(rig)).map(({ uid }) => uid)).toEqual(enough(to));
    }
  });

  it('starts over when the last one has ended', async () => {
    const rig = await discovering(
      listed(() => slope),
      150,
    );
    await leap(rig);
    await startDiscovery(rig.db, 100, rig.time);
    await leap(rig);
    expect((await models(rig)).map(({ uid }) => uid)).toEqual(enough(100));
    expect(await discoveryOf(rig)).toMatchObject({ minimumLikes: 100, newModels: 50 });
  });
});

describe('a discovery beside a crawl', () => {
  it('requests no likes, since captured models wait for "Crawl all"', async () => {
    const rig = await discovering(
      listed(() => slope),
      150,
    );
    await recordSightings(rig.db, [sighting(0)], rig.time);
    await leap(rig);
    expect(rig.world.asked.every(({ url }) => isListing(new URL(url)))).toBe(true);
    expect(await rig.phase()).toBe('idle');
    expect(await rig.db.requests.count()).toBe(0);
  });

  it('goes first when "Crawl all" joins it, and the likes of all the models it found follow', async () => {
    const rig = await discovering(
      listed(() => slope.slice(0, 30)),
      5,
    );
    for (const { uid } of slope.slice(0, 30)) rig.world.likers.set(uid as never, []);
    await workUpTo(rig, 1);
    await startCrawl(rig.db, 'all', rig.time);
    await leap(rig);
    const kinds = rig.world.asked.map(({ url }) => isListing(new URL(url)));
    expect(kinds.lastIndexOf(true)).toBe(1);
    expect(new Set(rig.world.likesRequests().map((url) => url.slice(0, 80))).size).toBe(30);
    expect(await rig.phase()).toBe('done');
  });

  it('lets the crawl continue when it fails, and reports why', async () => {
    const rig = await discovering(
      listed(() => slope),
      5,
    );
    rig.world.answer = (url) => (isListing(url) ? status(500) : undefined);
    rig.world.likers.set(modelUid(0), ['1', '2']);
    await recordSightings(rig.db, [sighting(0)], rig.time);
    await startCrawl(rig.db, 'all', rig.time);
    await leap(rig);
    expect(await rig.phase()).toBe('done');
    expect((await discoveryOf(rig))!.error).toMatch(/HTTP 500/);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

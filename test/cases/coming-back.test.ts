import { describe, expect, it } from 'vitest';
import { startCrawl, stopCrawl } from '../../src/store/control-crawl';
import { factsFrom } from '../../src/sketchfab/model-facts';
import { recordSightings } from '../../src/store/upsert-models';
import { Rig } from '../crawl/rig';
import { modelUid, sighting, status, userUid } from '../crawl/small-world';
import { expectTrueCounters } from '../store/true-counters';
import { factsOf, isFacts, isLikesOf, leap, models, statesOf, workUpTo } from './leap';

const newcomers = (count: number, from = 5_000) => Array.from({ length: count }, (_, i) => userUid(from + i));

/** A world that was crawled completely, and the requests since then. */
async function crawled(likes: readonly number[], paging: 'offset' | 'cursors' = 'cursors') {
  const rig = await new Rig(likes, paging).begin();
  await leap(rig);
  expect(await statesOf(rig)).toEqual(likes.map(() => 'complete'));
  const before = rig.world.asked.length;
  const since = () => rig.world.asked.slice(before).map(({ url }) => new URL(url));
  const change = (i: number, to: (users: string[]) => string[]) =>
    rig.world.likers.set(modelUid(i), to(rig.world.likers.get(modelUid(i))!));
  const again = async (extent: 'all' | 'failed' | 'anew' = 'all') => {
    await startCrawl(rig.db, extent, rig.time);
    await leap(rig);
    await expectTrueCounters(rig.db);
  };
  return { rig, since, change, again, asked: before };
}

describe('a recrawl of complete lists', () => {
  it('requests only the number of likes of each list whose number is unchanged', async () => {
    const { since, again } = await crawled([60, 0, 24]);
    await again();
    expect(since()).toHaveLength(3);
    expect(since().every(isFacts)).toBe(true);
  });

  it('takes no number from a visited page as proof that nothing has changed', async () => {
    const { rig, since, change, again } = await crawled([60]);
    change(0, (users) => [...newcomers(30), ...users]);
    const forged = factsFrom('pageJson', sighting(0, { likeCount: 60, tags: [], categories: [] }));
    await recordSightings(rig.db, [forged], rig.time);
    await again();
    expect(isFacts(since()[0]!)).toBe(true);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('reads new likes from the front, up to the first full page of known users', async () => {
    const { rig, since, change, again } = await crawled([240]);
    change(0, (users) => [...newcomers(30), ...users]);
    await again();
    // The facts; 24 new; 6 new and 18 known; 24 known.
    expect(since()).toHaveLength(4);
    expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 270 }]);
    expect(await rig.stored()).toEqual(rig.truth());
    expect(await rig.db.unlikes.count()).toBe(0);
  });

  it('reads a list to its end if someone took a like back, and records who', async () => {
    const { rig, since, change, again } = await crawled([240]);
    change(0, (users) => [...newcomers(5), ...users.filter((_, i) => i !== 100 && i !== 200)]);
    await again();
    expect(since()).toHaveLength(1 + 11);
    expect(await rig.stored()).toEqual(rig.truth());
    const [unlikes] = await rig.db.unlikes.toArray();
    expect([...unlikes!.userUids].sort()).toEqual([userUid(100), userUid(200)]);
  });

  it('notices as many unlikes as new likes if the site shows both numbers', async () => {
    const { rig, change, again } = await crawled([60]);
    change(0, (users) => [...newcomers(2), ...users.slice(0, 59)]);
    await again();
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('reads a list twice and stops if it keeps disagreeing with the number shown', async () => {
    const { rig, since, again } = await crawled([60]);
    rig.world.answer = (url) => (isFacts(url) ? factsOf(0, 500) : undefined);
    await again();
    // The number and the list from its front, then the number again and the second pass.
    expect(since().map((url) => isFacts(url))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(await models(rig)).toMatchObject([{ state: 'drifted', likeCount: 500, likesCollected: 60 }]);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('stops after two passes even if pages and catalogue show the number in between', async () => {
    const { rig, since, again } = await crawled([60]);
    rig.world.answer = (url) => (isFacts(url) ? factsOf(0, 500) : undefined);
    rig.world.hold = async () => {
      await recordSightings(rig.db, [sighting(0, { likeCount: 500 })], rig.time);
    };
    await again();
    expect(since().length).toBeLessThanOrEqual(8);
    expect(await statesOf(rig)).toEqual(['drifted']);
  });
});

describe('an interrupted recrawl', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'after %i requests loses no page, requests none twice and leaves no gap',
    async (n) => {
      const { rig, since, change, again, asked } = await crawled([60]);
      const old = (await rig.stored())[modelUid(0)]!;
      change(0, (users) => [...newcomers(100), ...users]);
      await startCrawl(rig.db, 'all', rig.time);
      await workUpTo(rig, asked + n);
      await stopCrawl(rig.db);
      expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 60 }]);
      expect((await rig.stored())[modelUid(0)]).toEqual(old);
      await expectTrueCounters(rig.db);
      await again();
      const pages = since()
        .filter((url) => !isFacts(url))
        .map(String);
      expect(new Set(pages).size).toBe(pages.length);
      expect(await rig.stored()).toEqual(rig.truth());
      const [model] = await models(rig);
      expect((await rig.db.likesPages.toArray()).filter(({ sweep }) => sweep !== model!.sweep)).toEqual([]);
    },
  );

  it('finds the likes in between even if the list moves on meanwhile', async () => {
    for (const paging of ['offset', 'cursors'] as const) {
      const { rig, change, again, asked } = await crawled([60], paging);
      change(0, (users) => [...newcomers(100), ...users]);
      await startCrawl(rig.db, 'all', rig.time);
      await workUpTo(rig, asked + 3);
      await stopCrawl(rig.db);
      change(0, (users) => [...newcomers(70, 9_000), ...users.filter((_, i) => i !== 110)]);
      await again();
      await again();
      expect(await rig.stored()).toEqual(rig.truth());
    }
  });

  it('keeps the older list and adds the new likes if an error persists', async () => {
    const { rig, change, again } = await crawled([60]);
    const old = (await rig.stored())[modelUid(0)]!;
    change(0, (users) => [...newcomers(100), ...users.slice(1)]);
    rig.world.answer = (url) => (url.searchParams.get('cursor') === 'c48' ? status(500) : undefined);
    await again();
    const stored = (await rig.stored())[modelUid(0)]!;
    expect(stored).toEqual(expect.arrayContaining(old));
    expect(stored).toHaveLength(60 + 48);
    expect(await statesOf(rig)).toEqual(['partial']);
    rig.world.answer = () => undefined;
    await again();
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('keeps the likes of a model that is gone meanwhile', async () => {
    const { rig, again } = await crawled([60]);
    rig.world.answer = () => status(404);
    await again();
    expect(await models(rig)).toMatchObject([{ state: 'gone', likesCollected: 60 }]);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a recrawl of everything', () => {
  it('reads every list from its front even if nothing seems to have changed', async () => {
    const { rig, since, change, again } = await crawled([60, 0, 24]);
    change(0, (users) => [...newcomers(1), ...users.slice(0, 30), ...users.slice(31)]);
    await again('anew');
    expect(since().filter((url) => !isFacts(url))).toHaveLength(3 + 1 + 1);
    expect(await rig.stored()).toEqual(rig.truth());
    expect((await rig.db.unlikes.toArray()).flatMap(({ userUids }) => userUids)).toEqual([userUid(30)]);
  });

  it('reads a list completely if its number has changed', async () => {
    const { rig, since, change, again } = await crawled([240]);
    change(0, (users) => [...newcomers(1), ...users]);
    await again('anew');
    expect(since().filter((url) => !isFacts(url))).toHaveLength(11);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a retry of failed models', () => {
  it('requests nothing else', async () => {
    const rig = await new Rig([30, 60, 30]).begin();
    rig.world.answer = (url) => (isLikesOf(url, 1) ? status(500) : undefined);
    await leap(rig);
    expect(await statesOf(rig)).toEqual(['complete', 'failed', 'complete']);
    const before = rig.world.asked.length;
    rig.world.answer = () => undefined;
    await startCrawl(rig.db, 'failed', rig.time);
    await leap(rig);
    const since = rig.world.asked.slice(before).map(({ url }) => url);
    expect(since.every((url) => url.includes(modelUid(1)))).toBe(true);
    expect(await rig.stored()).toEqual(rig.truth());
    await startCrawl(rig.db, 'failed', rig.time);
    await leap(rig);
    expect(rig.world.asked).toHaveLength(before + since.length);
  });
});

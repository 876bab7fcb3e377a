import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/sketchfab/answer';
import { factsFrom } from '../../src/sketchfab/model-facts';
import { startCrawl, startDiscovery } from '../../src/store/control-crawl';
import { recordSightings } from '../../src/store/upsert-models';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from './rig';
import { json, modelUid, sighting, status } from './small-world';

const isFacts = (url: URL) => url.pathname.startsWith('/v3/models/');
const withCookies = (answer: Answer): Answer => ({ ...answer, withCookies: true });
const factsOf = (over: object = {}) =>
  json({ uid: modelUid(0), tags: [], categories: [], likeCount: 2, ...over });
const likes = json({ results: [{ uid: '16271', username: 'ada' }], next: null });

async function crawled(answer: (url: URL) => Answer | undefined): Promise<Rig> {
  const rig = await new Rig([2]).begin();
  rig.world.answer = answer;
  await rig.workOn();
  await expectTrueCounters(rig.db);
  return rig;
}

const isPublic = async ({ db }: Rig) => (await db.models.get(modelUid(0)))!.isPublic;

describe('a captured model counts as public', () => {
  it('if the site gives its facts to everyone, though not its likes', async () => {
    expect(await isPublic(await crawled((url) => (isFacts(url) ? undefined : status(403))))).toBe(true);
  });

  it('if the site gives its likes to everyone, though not its facts', async () => {
    expect(await isPublic(await crawled((url) => (isFacts(url) ? status(500) : undefined)))).toBe(true);
  });

  it('if the catalogue lists it', async () => {
    const rig = new Rig([2]);
    rig.world.answer = (url) =>
      url.pathname === '/v3/models' ? json({ results: [{ uid: modelUid(0), likeCount: 9 }] }) : undefined;
    await rig.knowRules();
    await recordSightings(rig.db, [sighting(0)], rig.time);
    expect(await isPublic(rig)).toBe(false);
    await startDiscovery(rig.db, 5, rig.time);
    await rig.workOn();
    expect(await isPublic(rig)).toBe(true);
    await expectTrueCounters(rig.db);
  });

  it('still, if a page shows it again or a later crawl does not find it', async () => {
    const rig = await crawled(() => undefined);
    await recordSightings(rig.db, [factsFrom('pageJson', sighting(0, { likeCount: 3 }))], rig.time);
    expect(await isPublic(rig)).toBe(true);
  });
});

describe('a captured model does not count as public', () => {
  it('if the site knows nothing of it', async () => {
    expect(await isPublic(await crawled(() => status(404)))).toBe(false);
  });

  it('if only requests with the cookies of the user were answered', async () => {
    const rig = await crawled((url) => withCookies(isFacts(url) ? factsOf() : likes));
    expect(await isPublic(rig)).toBe(false);
    expect((await rig.db.models.get(modelUid(0)))!.likesCollected).toBe(1);
  });

  it.each([{ visibility: 'private' }, { isPublished: false }, { isProtected: true }])(
    'if an answer says %j',
    async (over) => {
      const answer = (url: URL) => withCookies(isFacts(url) ? factsOf(over) : likes);
      const rig = await crawled(answer);
      expect(await isPublic(rig)).toBe(false);
    },
  );

  it.each([{ visibility: 'private' }, { isPublished: false }, { isProtected: true }])(
    'if an answer without cookies says %j, though everyone can read its likes',
    async (over) => {
      const rig = await crawled((url) => (isFacts(url) ? factsOf(over) : likes));
      expect(await isPublic(rig)).toBe(false);
      expect((await rig.db.models.get(modelUid(0)))!.likesCollected).toBe(1);
    },
  );

  it('if the catalogue lists it to the user alone, and is not even noted from there', async () => {
    const rig = new Rig([]);
    const own = { likeCount: 9, visibility: 'private' };
    const results = [
      { uid: modelUid(1), ...own },
      { uid: modelUid(2), likeCount: 9 },
    ];
    rig.world.answer = (url) => (url.pathname === '/v3/models' ? withCookies(json({ results })) : undefined);
    await rig.knowRules();
    await startDiscovery(rig.db, 5, rig.time);
    await rig.work();
    expect(await rig.db.models.toArray()).toMatchObject([{ uid: modelUid(2), isPublic: false }]);
  });
});

describe('a model that the site came to refuse', () => {
  const damaged = json({ results: [{ uid: '16271' }, {}], next: null });
  type Answers = { readonly facts?: Answer; readonly likes?: Answer };

  /** Whether it counts as public after each of these crawls, a week apart. The first one reads a part of its likes. */
  async function afterCrawls(...crawls: readonly Answers[]): Promise<boolean[]> {
    const rig = await crawled((url) => (isFacts(url) ? undefined : damaged));
    expect(await isPublic(rig)).toBe(true);
    const seen: boolean[] = [];
    for (const { facts, likes: list } of crawls) {
      rig.time += 7 * 24 * 60 * 60_000;
      await rig.knowRules();
      rig.world.answer = (url) => (isFacts(url) ? facts : list);
      await startCrawl(rig.db, 'all', rig.time);
      await rig.workOn();
      await expectTrueCounters(rig.db);
      seen.push(await isPublic(rig));
    }
    return seen;
  }

  it.each([401, 403])('is public no more, and again once everyone is shown it (HTTP %i)', async (code) => {
    const refused = { facts: status(code), likes: status(code) };
    expect(await afterCrawls({ likes: damaged }, refused, refused, {})).toEqual([true, false, false, true]);
  });

  it('is public no more if it refuses its facts, whether or not its likes are readable', async () => {
    const whole = { facts: status(403) };
    // A complete list is checked by a request for the facts.
    expect(await afterCrawls({}, whole, whole, {})).toEqual([true, false, false, true]);
  });

  it('is public no more if even the user is refused it', async () => {
    const refused = { facts: withCookies(status(403)), likes: withCookies(status(403)) };
    expect(await afterCrawls(refused)).toEqual([false]);
  });

  it('stays public if it was merely not found, or was not readable this time', async () => {
    const [gone, broken] = [status(404), status(200, { body: '{"results": 1}' })];
    expect(await afterCrawls({ facts: broken, likes: broken }, { facts: gone, likes: gone })).toEqual([
      true,
      true,
    ]);
  });
});

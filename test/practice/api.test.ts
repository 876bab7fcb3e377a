import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formFor, type Paging } from '../../practice/api/likes';
import { startPracticeSite, type PracticeSite } from '../../practice/practice-site';
import { createWorld } from '../../practice/world/world';
import { ask, askJson } from './ask';

type Page = {
  next: string | null;
  cursors?: { next: string | null };
  results: { uid: string; username: string }[];
};

const world = createWorld({ seed: 7, models: 60, users: 900, likes: 3_000 });
const models = Array.from({ length: world.modelCount }, (_, index) => world.modelAt(index));
const popular = world.modelAt(world.byLikes[0]!);
const uidsOf = (model: typeof popular) => world.likersOf(model).map(({ uid }) => uid);

async function readAll(site: PracticeSite, modelUid: string): Promise<string[]> {
  const first = `/i/likes?model=${modelUid}`;
  const uids: string[] = [];
  for (let address: string | null = first; address !== null;) {
    const page: Page = await askJson(site, address);
    uids.push(...page.results.map(({ uid }) => uid));
    const cursor: string | null | undefined = page.cursors?.next;
    address = cursor ? `${first}&cursor=${encodeURIComponent(cursor)}` : page.next;
  }
  return uids;
}

describe.each<Paging>(['offset', 'next-url', 'cursors', 'mixed'])('likes paged by %s', (paging) => {
  let site: PracticeSite;
  beforeAll(async () => {
    site = await startPracticeSite({ world, paging });
  });
  afterAll(() => site.close());

  it('include every liker of every model once, newest first', async () => {
    for (const model of models) expect(await readAll(site, model.uid)).toEqual(uidsOf(model));
  });

  it('end at the end of the list, with no next page', async () => {
    site.ledger.clear();
    await readAll(site, popular.uid);
    expect(site.ledger.likesRequests(popular.uid)).toHaveLength(Math.ceil(popular.likeCount / 24));
  });

  it('can also be requested by offset', async () => {
    const page = await askJson<Page>(site, `/i/likes?model=${popular.uid}&count=24&offset=30`);
    expect(page.results.map(({ uid }) => uid)).toEqual(uidsOf(popular).slice(30, 54));
  });
});

describe('the forms of paging', () => {
  it('all occur on a mixed site', () => {
    expect(new Set(models.map((model) => formFor('mixed', model)))).toEqual(
      new Set(['offset', 'next-url', 'cursors']),
    );
  });

  it.each([
    ['offset', /^https:\/\/sketchfab\.com\/i\/likes\?count=24&model=\w+&offset=24$/, undefined],
    ['next-url', /^https:\/\/sketchfab\.com\/i\/likes\?model=\w+&cursor=bz0yNA%3D%3D$/, undefined],
    ['cursors', null, 'bz0yNA=='],
  ] as const)('%s announces the next page in its own way', async (paging, next, cursor) => {
    const site = await startPracticeSite({ world, paging });
    const page = await askJson<Page>(site, `/i/likes?model=${popular.uid}`);
    if (next) expect(page.next).toMatch(next);
    else expect(page.next).toBeNull();
    expect(page.cursors?.next).toBe(cursor);
    await site.close();
  });
});

it('ends a list of exactly two pages with the second', async () => {
  const even = createWorld({ seed: 7, models: 60, users: 900, likes: 3_000 });
  const { uid } = even.modelAt(even.byLikes[0]!);
  for (const liker of even.likersOf(even.findModel(uid)!).slice(48)) even.removeLike(uid, liker.uid);
  const site = await startPracticeSite({ world: even });
  expect(await readAll(site, uid)).toHaveLength(48);
  expect(site.ledger.likesRequests(uid)).toHaveLength(2);
  await site.close();
});

describe('the rest of the API', () => {
  let site: PracticeSite;
  beforeAll(async () => {
    site = await startPracticeSite({ world });
  });
  afterAll(() => site.close());

  const listed = [...world.byLikes]
    .map((index) => world.modelAt(index))
    .filter(({ isAgeRestricted, isProtected }) => !isAgeRestricted && !isProtected);

  it('lists all models by likes, always 24 a page, without restricted and protected ones', async () => {
    const uids: string[] = [];
    let address: string | null = 'https://api.sketchfab.com/v3/models?sort_by=-likeCount&count=100';
    while (address !== null) {
      const page: Page = await askJson(site, address);
      expect(page.results.length).toBeLessThanOrEqual(24);
      uids.push(...page.results.map(({ uid }) => uid));
      address = page.next;
    }
    expect(listed.length).toBeLessThan(models.length);
    expect(uids).toEqual(listed.map(({ uid }) => uid));
  });

  it('returns a model through both endpoints', async () => {
    const v3 = await askJson<object>(site, `https://api.sketchfab.com/v3/models/${popular.uid}`);
    expect(v3).toMatchObject({
      uid: popular.uid,
      likeCount: popular.likeCount,
      user: { uid: world.ownerOf(popular).uid },
    });
    const own = await askJson<object>(site, `/i/models/${popular.uid}`);
    expect(own).toMatchObject({
      uid: popular.uid,
      name: popular.name,
      likeCount: popular.likeCount,
      isRestricted: false,
    });
  });

  it('withholds a model behind a password and does not know invented ones', async () => {
    const locked = models.find(({ isProtected }) => isProtected)!;
    const statusOf = async (address: string) => (await ask(site, address)).status;
    expect(await statusOf(`https://api.sketchfab.com/v3/models/${locked.uid}`)).toBe(403);
    expect(await statusOf(`https://api.sketchfab.com/v3/models/${'0'.repeat(32)}`)).toBe(404);
    expect(await statusOf(`/i/likes?model=${'0'.repeat(32)}`)).toBe(404);
    expect(await statusOf(`/i/models/${'0'.repeat(32)}`)).toBe(404);
    expect(await statusOf(`/i/likes?model=${popular.uid}&cursor=nonsense`)).toBe(400);
  });

  it('refuses writes, and records the attempt', async () => {
    const reply = await ask(site, `/i/models/${popular.uid}/views`, { method: 'POST' });
    expect(reply.status).toBe(405);
    expect(site.ledger.apiRequests().at(-1)).toMatchObject({ method: 'POST', status: 405 });
  });

  it('serves no other hosts', async () => {
    expect((await ask(site, 'https://example.com/i/likes')).status).toBe(421);
  });
});

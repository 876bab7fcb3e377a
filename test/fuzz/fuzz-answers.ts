import { expect } from 'vitest';
import type { Answer } from '../../src/sketchfab/answer';
import { startCrawl, startDiscovery } from '../../src/store/control-crawl';
import { isListing } from '../cases/catalogue';
import { isFacts } from '../cases/leap';
import { Rig } from '../crawl/rig';
import { modelUid, status, userUid } from '../crawl/small-world';
import { expectTrueCounters } from '../store/true-counters';
import { diceOf, type Dice } from './dice';
import { mutate } from './mutate';
import { stringsIn } from './strings-in';

const modelsInWorld = 12;
const ours =
  /^https:\/\/(?:(?:api\.)?sketchfab\.com\/robots\.txt|sketchfab\.com\/i\/likes\?model=[0-9A-Za-z]{26,32}&[^#]*|api\.sketchfab\.com\/v3\/models(?:\/[0-9A-Za-z]{26,32}|\?[^#]*))$/;

/**
 * Crawls worlds in which every second response is broken, until `count` broken ones were sent, with the real
 * crawler, handler, parsers and store. Throws if an error escapes or something false was stored.
 */
export async function fuzzAnswers(count: number, seed: number): Promise<number> {
  const dice = diceOf(seed);
  let given = 0;
  for (let world = 0; given < count; world++)
    given += await crawlWorld(dice, `world ${world} of seed ${seed}`);
  return given;
}

/** The responses about each model, and about the catalogue. */
type Sent = Map<string, string[]>;

async function crawlWorld(dice: Dice, label: string): Promise<number> {
  const rig = new Rig(
    Array.from({ length: modelsInWorld }, () => dice.roll(60)),
    dice.pick(['offset', 'next-url', 'cursors']),
  );
  rig.pace = { crawlDelayMs: 0, crawlConcurrency: 1, crawlDespiteRobots: true };
  const sent: Sent = new Map();
  let broken = 0;
  rig.world.answer = (url) => {
    const truth = JSON.stringify(truthOf(rig, url));
    const isBroken = dice.roll(2) === 0;
    if (isBroken) broken += 1;
    const body = isBroken ? mutate(truth, dice) : truth;
    const about = url.searchParams.get('model') ?? url.pathname.split('/').at(-1)!;
    sent.set(about, [...(sent.get(about) ?? []), body]);
    return isBroken && dice.roll(20) === 0 ? oddAnswer(body, dice) : status(200, { body });
  };
  await startDiscovery(rig.db, 0, rig.time);
  for (let wake = 0; wake < 60; wake++) {
    // A user who presses "Crawl all" whatever happens, with a day in between.
    await startCrawl(rig.db, dice.pick(['all', 'failed', 'anew']), rig.time);
    await rig.work();
    rig.time += dice.pick([30_000, 600_000, 86_400_000]);
    if (wake > 20 && (await rig.phase()) === 'done') break;
  }
  for (const { url } of rig.world.asked) expect(url, label).toMatch(ours);
  await expectNothingFalse(rig, sent, label);
  return broken;
}

function truthOf(rig: Rig, url: URL): unknown {
  if (url.pathname === '/robots.txt') return 'User-agent: *\nDisallow: /x\nCrawl-delay: 0\n';
  if (isListing(url))
    return { results: [...rig.world.likers.keys()].map((uid) => factsOf(rig, uid)), cursors: { next: null } };
  if (isFacts(url)) return factsOf(rig, url.pathname.split('/').at(-1)!);
  const users = rig.world.likers.get(url.searchParams.get('model') as never) ?? [userUid(1)];
  const from = Number(url.searchParams.get('offset') ?? url.searchParams.get('cursor')?.slice(1) ?? 0) || 0;
  const results = users.slice(from, from + 24).map((uid) => ({ uid, username: `n-${uid}`, account: 'free' }));
  return {
    results,
    previous: null,
    ...linksOf(rig.world.paging, url, from + 24 < users.length ? from + 24 : null),
  };
}

function linksOf(paging: string, url: URL, to: number | null) {
  if (to === null) return { next: null };
  if (paging === 'cursors') return { next: null, cursors: { next: `c${to}`, previous: null } };
  const parameter = paging === 'offset' ? `offset=${to}` : `cursor=c${to}`;
  return {
    next: `https://sketchfab.com/i/likes?model=${url.searchParams.get('model')}&count=24&${parameter}`,
  };
}

const factsOf = (rig: Rig, uid: string) => ({
  uid,
  name: 'Tin Robot',
  likeCount: rig.world.likers.get(uid as never)?.length ?? 1,
  tags: [{ name: 'robot', slug: 'robot' }],
  categories: [{ uid: modelUid(9), name: 'Characters', slug: 'characters' }],
  user: { uid: userUid(77) },
  thumbnails: { images: [{ url: 'https://media.sketchfab.com/t.jpeg', width: 200, height: 200 }] },
});

function oddAnswer(body: string, { pick, roll }: Dice): Answer {
  const code = pick([200, 202, 204, 206, 301, 400, 401, 403, 404, 405, 410, 429, 500, 503, 599]);
  return status(code, {
    body: roll(2) === 0 ? body : pick(['', '<html>', 'null', '{']),
    contentType: pick([null, 'text/html', 'application/json', 'x'.repeat(1_000)]),
    retryAfter: pick([null, '5', '-1', 'soon', '99999999999', body.slice(0, 50)]),
    date: pick([null, 'yesterday', 'Thu, 01 Jan 2026 00:00:00 GMT']),
  });
}

async function expectNothingFalse(rig: Rig, sent: Sent, label: string): Promise<void> {
  for (const page of await rig.db.likesPages.toArray()) {
    const said = new Set(sent.get(page.modelUid)!.flatMap((body) => [...stringsIn(body)]));
    for (const uid of page.userUids) {
      expect(uid, label).toMatch(/^[0-9A-Za-z]{1,40}$/);
      expect(said.has(uid), `${label}: ${uid} was never said of ${page.modelUid}`).toBe(true);
    }
  }
  const everything = [...sent.values()].flat();
  const saidAnywhere = new Set(everything.flatMap((body) => [...stringsIn(body)]));
  for (const model of await rig.db.models.toArray()) {
    expect(model.uid, label).toMatch(/^(?:[0-9a-f]{32}|[0-9A-Za-z]{26,27})$/);
    expect(saidAnywhere.has(model.uid), label).toBe(true);
    expect(
      model.likeCount === null || (Number.isSafeInteger(model.likeCount) && model.likeCount >= 0),
      label,
    ).toBe(true);
    if (model.state === 'complete' && model.countWhenRead !== null)
      expect(model.likesCollected, label).toBeGreaterThanOrEqual(model.countWhenRead);
    expect(JSON.stringify(model), label).not.toContain('polluted');
  }
  expect(({} as Record<string, unknown>)['polluted'], label).toBeUndefined();
  expect(Object.keys(Object.prototype), label).toEqual([]);
  await expectTrueCounters(rig.db);
}

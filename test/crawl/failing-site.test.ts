import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { readState } from '../../src/store/states';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from './rig';
import { json, modelUid, status } from './small-world';

describe('a site that requests a wait', () => {
  it('leads to no request before its end, from this worker or the next, and counts no attempt', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = (_, nth) => (nth === 2 ? status(429, { retryAfter: '120' }) : undefined);
    await rig.workOn();
    const [, told, next] = rig.world.asked;
    expect(next!.at - told!.at).toBeGreaterThanOrEqual(120_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('stops all parallel requests', async () => {
    const rig = await new Rig([30, 30, 30]).begin();
    rig.pace = { ...rig.pace, crawlDelayMs: 1_000, crawlConcurrency: 4 };
    rig.world.answer = (_, nth) => (nth === 2 ? status(429, { retryAfter: '120' }) : undefined);
    await rig.workOn();
    const [, told, next] = rig.world.asked;
    expect(next!.at - told!.at).toBeGreaterThanOrEqual(120_000);
  });
});

describe('a site that requests a wait while another response is under way', () => {
  it('gets its wait even if that response arrives later and is good', async () => {
    const rig = await new Rig([30, 30]).begin();
    rig.pace = { ...rig.pace, crawlDelayMs: 0, crawlConcurrency: 2 };
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    rig.world.hold = (nth) => (nth === 1 ? slow : undefined);
    rig.world.answer = (_, nth) => (nth === 2 ? status(429, { retryAfter: '120' }) : undefined);
    const start = rig.time;
    const work = rig.work();
    while ((await readState(rig.db, 'host')).notBefore === 0)
      await new Promise((resolve) => setImmediate(resolve));
    release();
    await work;
    await rig.workOn();
    expect(rig.world.asked[2]!.at - start).toBeGreaterThanOrEqual(120_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a failing site', () => {
  it('is retried at growing intervals, and the crawl ends complete', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = (_, nth) => (nth >= 2 && nth <= 5 ? status(500) : undefined);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
    const slowing = rig.gaps().slice(1, 5);
    expect(slowing).toEqual([...slowing].sort((a, b) => a - b));
  });

  it('costs only the model concerned', async () => {
    const rig = await new Rig([30, 30]).begin();
    rig.world.answer = (url) => (url.searchParams.get('model') === modelUid(0) ? status(500) : undefined);
    await rig.workOn(300);
    const [broken, whole] = await rig.db.models.toArray();
    expect(broken).toMatchObject({ state: 'failed', cause: expect.stringContaining('HTTP 500') as string });
    expect(whole).toMatchObject({ state: 'complete', likesCollected: 30 });
    await expectTrueCounters(rig.db);
  });

  it('keeps the likes of a model it gave before, as a list known to be incomplete', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (url) => (url.searchParams.has('cursor') ? status(500) : undefined);
    await rig.workOn(300);
    expect(await rig.db.models.toArray()).toMatchObject([{ state: 'partial', likesCollected: 24 }]);
  });
});

describe('a malformed response', () => {
  it.each([
    ['not an object', null],
    ['no results', { next: null }],
    ['a model instead of a user', { results: [{ uid: modelUid(7), viewerUrl: 'x' }] }],
  ])(
    '(%s) is retried once, then fails that model with a named error while the rest continues',
    async (_, body) => {
      const rig = await new Rig([30, 30]).begin();
      rig.world.answer = (url) => (url.searchParams.get('model') === modelUid(0) ? json(body) : undefined);
      await rig.workOn();
      const [broken, whole] = await rig.db.models.toArray();
      expect(broken?.state).toBe('failed');
      expect(broken?.cause).toMatch(/results|object/);
      expect(whole?.state).toBe('complete');
      expect(rig.world.likesRequests().filter((url) => url.includes(modelUid(0)))).toHaveLength(2);
    },
  );

  it('does not end a list if it was truncated', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = (_, nth) =>
      nth === 2 ? status(200, { body: '{"results":[{"uid":"12"}' }) : undefined;
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('about another model is not taken for the requested one', async () => {
    const rig = await new Rig([1]).begin();
    rig.world.answer = (url) =>
      url.pathname.startsWith('/v3/') ? json({ uid: modelUid(9), name: 'Other' }) : undefined;
    await rig.workOn();
    expect(await rig.db.models.toArray()).toMatchObject([{ name: 'Model 0', state: 'complete' }]);
  });
});

describe('a model that the site does not return', () => {
  it.each([
    [404, 'gone'],
    [410, 'gone'],
  ])('with HTTP %i is %s and is not requested again', async (code, state) => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = () => status(code);
    await rig.workOn();
    expect(await rig.db.models.toArray()).toMatchObject([{ state }]);
    const asked = rig.world.asked.length;
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(rig.world.asked).toHaveLength(asked);
  });
});

describe('a model that the site does not show to everyone', () => {
  it('is forbidden along with its facts, and may be requested again another day', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = () => status(403);
    await rig.workOn();
    expect(await rig.db.models.toArray()).toMatchObject([{ state: 'forbidden' }]);
    rig.world.answer = () => undefined;
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it.each([
    ['401 with JSON', status(401)],
    ['403 with JSON', status(403)],
    ['404 with a web page', status(404, { contentType: 'text/html', body: '<html>' })],
  ])('stops the crawl at the fifth in a row (%s), and the rest stays as it was', async (_, refusal) => {
    const rig = await new Rig(Array<number>(20).fill(1)).begin();
    rig.world.answer = () => refusal;
    await rig.workOn();
    expect(await rig.phase()).toBe('blocked');
    const states = (await rig.db.models.toArray()).map(({ state }) => state);
    expect(states.filter((state) => state === 'forbidden').length).toBeLessThan(5);
    rig.world.answer = () => undefined;
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
    await expectTrueCounters(rig.db);
  });
});

describe('a check for humans', () => {
  it('stops the crawl at once with a reason, costs no try, and the crawl resumes on request', async () => {
    const rig = await new Rig([30, 30]).begin();
    rig.world.answer = (_, nth) => (nth === 3 ? status(202, { wall: 'challenge', body: '' }) : undefined);
    await rig.workOn();
    expect(await rig.phase()).toBe('blocked');
    expect(rig.world.asked).toHaveLength(3);
    await rig.work();
    expect(rig.world.asked).toHaveLength(3);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

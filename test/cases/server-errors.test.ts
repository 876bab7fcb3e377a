import { describe, expect, it } from 'vitest';
import { readState } from '../../src/store/states';
import { Rig } from '../crawl/rig';
import { modelUid, status } from '../crawl/small-world';
import { expectTrueCounters } from '../store/true-counters';
import { isFacts, isLikesOf, leap, models, statesOf } from './leap';

describe('408, 500, 502, 503, 504, 522, 524', () => {
  it.each([408, 500, 502, 503, 504, 522, 524])(
    'with endless HTTP %i, a model gets five more tries at growing intervals while others continue',
    async (code) => {
      const rig = await new Rig([30, 30, 30]).begin();
      rig.world.answer = (url) => (isLikesOf(url, 0) ? status(code) : undefined);
      await leap(rig);
      const tries = rig.world.asked.filter(({ url }) => isLikesOf(new URL(url), 0)).map(({ at }) => at);
      expect(tries).toHaveLength(6);
      const gaps = tries.slice(1).map((at, i) => at - tries[i]!);
      expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
      expect(await statesOf(rig)).toEqual(['failed', 'complete', 'complete']);
      expect((await models(rig))[0]!.cause).toContain(`HTTP ${code}`);
      await expectTrueCounters(rig.db);
    },
  );

  it('costs only a little time if it occurs once', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (_, nth) => (nth === 3 ? status(502) : undefined);
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
    expect(rig.world.asked).toHaveLength(1 + 3 + 1);
  });
});

describe('401 or 403 with JSON on one model', () => {
  it.each([401, 403])(
    'HTTP %i makes it forbidden after one request for each thing requested',
    async (code) => {
      const rig = await new Rig([30, 30]).begin();
      rig.world.answer = (url) => (url.href.includes(modelUid(0)) ? status(code) : undefined);
      await leap(rig);
      expect(await statesOf(rig)).toEqual(['forbidden', 'complete']);
      expect(rig.world.asked.filter(({ url }) => url.includes(modelUid(0)))).toHaveLength(2);
    },
  );

  it.each([401, 403])('HTTP %i on five models in a row stops the crawl', async (code) => {
    const rig = await new Rig(Array<number>(9).fill(30)).begin();
    rig.world.answer = () => status(code);
    await leap(rig);
    expect(await readState(rig.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'refusals' });
    expect((await statesOf(rig)).filter((state) => state === 'forbidden').length).toBeLessThan(5);
    expect((await statesOf(rig)).slice(5)).toEqual(Array(4).fill('new'));
  });

  it('does not stop the crawl if it affects every second model', async () => {
    const rig = await new Rig(Array<number>(16).fill(1)).begin();
    const closed = [...rig.world.likers.keys()].filter((_, i) => i % 2 === 0);
    rig.world.answer = (url) => (closed.some((uid) => url.href.includes(uid)) ? status(403) : undefined);
    await leap(rig);
    expect(await rig.phase()).toBe('done');
    expect((await statesOf(rig)).filter((state) => state === 'complete')).toHaveLength(8);
  });
});

describe('404 or 410 before the first page', () => {
  it.each([404, 410])(
    'HTTP %i marks the model gone, still captured and not counted as missing',
    async (code) => {
      const rig = await new Rig([30, 30]).begin();
      rig.world.answer = (url) => (isLikesOf(url, 0) ? status(code) : undefined);
      await leap(rig);
      expect(await statesOf(rig)).toEqual(['gone', 'complete']);
      const counters = await readState(rig.db, 'counters');
      expect(counters).toMatchObject({ models: 2, likesShown: 30, likesOfShown: 30 });
      expect(counters.byState).toMatchObject({ gone: 1, complete: 1 });
      await expectTrueCounters(rig.db);
    },
  );
});

describe('404 in the middle of a list', () => {
  it('marks the model gone, keeps the likes that were read, and never calls the list complete', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (url) => (url.searchParams.get('cursor') === 'c48' ? status(404) : undefined);
    await leap(rig);
    expect(await models(rig)).toMatchObject([{ state: 'gone', likesCollected: 48 }]);
    expect((await rig.stored())[modelUid(0)]).toHaveLength(48);
    await expectTrueCounters(rig.db);
  });
});

describe.each([
  ['a redirect loop', { failure: 'no-connection', message: 'redirect count exceeded' }],
  ['a truncated response', status(200, { body: '{"results":[{"uid":"16271"},{"ui' })],
  ['a connection reset during the body', { failure: 'no-connection', message: 'terminated' }],
  ['a response that never ends', { failure: 'timeout', message: '' }],
  [
    'an unknown host, a refused connection or a bad certificate',
    { failure: 'no-connection', message: 'failed' },
  ],
] as const)('%s', (_, answer) => {
  it('is requested again if it occurs once, and nothing of it is stored', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (__, nth) => (nth === 3 ? answer : undefined);
    const seen: number[] = [];
    rig.world.hold = async (nth) => {
      if (nth === 4) seen.push(await rig.db.likesPages.count());
    };
    await leap(rig);
    expect(seen).toEqual([1]);
    expect(await rig.stored()).toEqual(rig.truth());
    expect(await statesOf(rig)).toEqual(['complete']);
  });

  it('opens the breaker if it persists, and costs at most one model by the time the site is back', async () => {
    const rig = await new Rig(Array<number>(20).fill(1)).begin();
    const until = rig.time + 2 * 3_600_000;
    rig.world.answer = () => (rig.time < until ? answer : undefined);
    await leap(rig);
    expect(rig.world.asked.filter(({ at }) => at < until).length).toBeLessThan(10);
    const whole = (await statesOf(rig)).filter((state) => state === 'complete').length;
    expect(whole).toBeGreaterThanOrEqual(19);
  });
});

describe('errors for the facts of models only', () => {
  it('do not keep their likes from being read', async () => {
    const rig = await new Rig([20, 20]).begin();
    rig.world.answer = (url) => (isFacts(url) ? status(404) : undefined);
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

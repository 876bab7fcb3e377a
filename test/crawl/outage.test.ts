import { describe, expect, it } from 'vitest';
import { calmHost } from '../../src/crawl/host-state';
import { startCrawl } from '../../src/store/control-crawl';
import { readState } from '../../src/store/states';
import { Rig } from './rig';
import { modelUid, status } from './small-world';

describe('an outage of the whole site', () => {
  it('is waited for at growing intervals and costs one model at most', async () => {
    const rig = await new Rig(Array<number>(10).fill(30)).begin();
    const until = rig.time + 3 * 3_600_000;
    rig.world.answer = () => (rig.time < until ? status(500) : undefined);
    await rig.workOn(1_000);
    const during = rig.world.asked.filter(({ at }) => at < until).map(({ at }) => at);
    const gaps = during.slice(1).map((at, i) => at - during[i]!);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(during.length).toBeLessThan(30);
    const states = (await rig.db.models.toArray()).map(({ state }) => state);
    expect(states.filter((state) => state !== 'complete').length).toBeLessThanOrEqual(1);
  });

  it('that turns out to be a few broken models does not hold up the end of a crawl for days', async () => {
    const rig = await new Rig(Array<number>(15).fill(1)).begin();
    const broken = [12, 13, 14].map(modelUid);
    rig.world.answer = (url) => (broken.some((uid) => url.href.includes(uid)) ? status(500) : undefined);
    const start = rig.time;
    await rig.workOn(3_000);
    expect(rig.time - start).toBeLessThan(8 * 3_600_000);
    const states = (await rig.db.models.toArray()).map(({ state }) => state);
    expect(states.filter((state) => state === 'complete')).toHaveLength(12);
    expect(states.filter((state) => state === 'failed')).toHaveLength(3);
  });

  it('that never ends leaves every model failed, and the crawl ends', async () => {
    const rig = await new Rig([1, 1]).begin();
    rig.world.answer = () => status(500);
    await rig.workOn(3_000);
    expect(await rig.phase()).toBe('done');
    expect((await rig.db.models.toArray()).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });
});

describe('a site that keeps requesting a wait of zero', () => {
  it('gets more and more time', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = () => status(429, { retryAfter: '0' });
    const hour = rig.time + 3_600_000;
    while (rig.time < hour) {
      await rig.work();
      rig.time += 30_000;
    }
    expect(rig.world.asked.length).toBeLessThan(15);
  });
});

describe('a computer without a network', () => {
  it('blames neither the site nor a model, and continues at the usual pace', async () => {
    const rig = await new Rig([30]).begin();
    const until = rig.time + 600_000;
    rig.world.answer = () => (rig.time < until ? { failure: 'offline', message: '' } : undefined);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
    expect((await readState(rig.db, 'host')).failuresInRow).toBe(0);
    expect(rig.gaps().at(-1)).toBeLessThan(2_000);
  });
});

describe('a check for humans with a requested wait', () => {
  it('leads to no request before the time it names, even if the user resumes', async () => {
    const rig = await new Rig([30]).begin();
    const wall = status(202, { wall: 'challenge', body: '', retryAfter: '3600' });
    rig.world.answer = (_, nth) => (nth === 2 ? wall : undefined);
    await rig.workOn();
    expect(await rig.phase()).toBe('blocked');
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn(300);
    expect(rig.world.asked[2]!.at - rig.world.asked[1]!.at).toBeGreaterThanOrEqual(3_600_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a clock set back while the network was away', () => {
  it('delays the crawl by one crawl delay at most', async () => {
    const rig = await new Rig([30]).begin();
    await rig.db.states.put({
      name: 'host',
      value: { ...calmHost, notBefore: rig.time + 23 * 3_600_000, waitingFor: 'offline' },
    });
    const start = rig.time;
    await rig.workOn();
    expect(rig.world.asked[0]!.at - start).toBeLessThan(5_000);
  });

  it('hides no wait requested afterwards, even if requests have no delay', async () => {
    const rig = await new Rig([30]).begin();
    rig.pace = { ...rig.pace, crawlDelayMs: 0, crawlConcurrency: 1 };
    await rig.db.states.put({ name: 'host', value: { ...calmHost, notBefore: rig.time + 48 * 3_600_000 } });
    rig.world.answer = (_, nth) => (nth === 1 ? status(429, { retryAfter: '600' }) : undefined);
    await rig.workOn();
    expect(rig.gaps()[0]).toBeGreaterThanOrEqual(600_000);
  });
});

import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { readState } from '../../src/store/states';
import { Rig } from './rig';
import { status } from './small-world';

describe('an outage of the whole site', () => {
  it('is waited for, ever longer, and costs one model at most', async () => {
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

  it('that never ends is left to the person in the end', async () => {
    const rig = await new Rig([1, 1]).begin();
    rig.world.answer = () => status(500);
    await rig.workOn(3_000);
    expect(await rig.phase()).toBe('done');
    expect((await rig.db.models.toArray()).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });
});

describe('a site that asks to wait no time at all, over and over', () => {
  it('is given more and more of it', async () => {
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
  it('blames neither the site nor a model, and goes on at the usual pace', async () => {
    const rig = await new Rig([30]).begin();
    const until = rig.time + 600_000;
    rig.world.answer = () => (rig.time < until ? { failure: 'offline', message: '' } : undefined);
    await rig.workOn();
    expect(await rig.stored()).toEqual(rig.truth());
    expect((await readState(rig.db, 'host')).failuresInRow).toBe(0);
    expect(rig.gaps().at(-1)).toBeLessThan(2_000);
  });
});

describe('a wall that says how long to wait', () => {
  it('is not asked before that, even when a person resumes', async () => {
    const rig = await new Rig([30]).begin();
    const wall = status(202, { wall: 'challenge', body: '', retryAfter: '600' });
    rig.world.answer = (_, nth) => (nth === 2 ? wall : undefined);
    await rig.workOn();
    expect(await rig.phase()).toBe('blocked');
    await startCrawl(rig.db, rig.time);
    await rig.workOn();
    expect(rig.world.asked[2]!.at - rig.world.asked[1]!.at).toBeGreaterThanOrEqual(600_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

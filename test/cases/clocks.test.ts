import { describe, expect, it } from 'vitest';
import { Rig } from '../crawl/rig';
import { modelUid, status } from '../crawl/small-world';
import { hostOf, leap } from './leap';

const hour = 3_600_000;

describe('a computer offline, or asleep for eight hours', () => {
  it('spends no tries while offline, and continues when the network is back', async () => {
    const rig = await new Rig([60]).begin();
    const until = rig.time + hour / 2;
    rig.world.answer = () => (rig.time < until ? { failure: 'offline', message: '' } : undefined);
    await leap(rig, until - 300_000);
    expect(await rig.db.requests.get(`model:${modelUid(0)}`)).toMatchObject({
      state: 'pending',
      retryCount: 0,
    });
    expect(await hostOf(rig)).toMatchObject({ failuresInRow: 0, waitingFor: 'offline' });
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('sends one request on wake, and the next one crawl delay later', async () => {
    const rig = await new Rig(Array<number>(5).fill(60)).begin();
    rig.world.hold = (nth) => {
      if (nth === 6) rig.time += 8 * hour; // the lid closes while a response is under way
      return undefined;
    };
    rig.world.answer = (_, nth) => (nth === 6 ? { failure: 'timeout', message: '' } : undefined);
    await leap(rig);
    expect(Math.min(...rig.gaps())).toBeGreaterThanOrEqual(1_000);
    expect(rig.gaps()[5]).toBeGreaterThanOrEqual(8 * hour);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('a clock that jumps by a day', () => {
  it.each([
    ['ahead during a requested wait', 24 * hour],
    ['back during a requested wait', -24 * hour],
  ])('%s causes no endless wait and no burst', async (_, jump) => {
    const rig = await new Rig([60, 60]).begin();
    rig.world.answer = (__, nth) => (nth === 2 ? status(429, { retryAfter: '120' }) : undefined);
    await rig.work();
    rig.time += jump;
    const jumped = rig.time;
    await leap(rig);
    const after = rig.world.asked.map(({ at }) => at).slice(2);
    // The longest wait that the site may ask for, and the longest crawl delay that a setting can.
    expect(after[0]! - jumped).toBeLessThanOrEqual(24 * hour + 750_000);
    const gaps = after.slice(1).map((at, i) => at - after[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('back between two pages delays the next one by minutes at most', async () => {
    const rig = await new Rig([60, 60]).begin();
    let before = 0;
    rig.world.answer = (_, nth) => {
      if (nth === 3) before = rig.time -= 24 * hour;
      return undefined;
    };
    await leap(rig);
    expect(rig.world.asked[3]!.at - before).toBeLessThan(800_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

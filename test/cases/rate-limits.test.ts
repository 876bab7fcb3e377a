import { describe, expect, it } from 'vitest';
import { readOverview } from '../../src/store/overview';
import { Rig } from '../crawl/rig';
import { modelUid, status } from '../crawl/small-world';
import { hostOf, leap, statesOf, workUpTo } from './leap';

const hour = 3_600_000;

/** A rig that is throttled at its `nth` request only. */
async function throttledOnce(header: string | null, over: object = {}, nth = 2): Promise<Rig> {
  const rig = await new Rig([60]).begin();
  rig.world.answer = (_, n) => (n === nth ? status(429, { retryAfter: header, ...over }) : undefined);
  return rig;
}

describe('429 with Retry-After: 120', () => {
  it('stops requests for 120 s across kills of worker and browser, and spends no try', async () => {
    const rig = await throttledOnce('120');
    await rig.work();
    const told = rig.world.asked[1]!.at;
    for (let death = 1; death <= 5; death++) {
      rig.time = told + death * 20_000 - 1;
      rig.db.close({ disableAutoOpen: false });
      await rig.work();
      expect((await rig.db.requests.get(`likes:${modelUid(0)}`))?.retryCount).toBe(0);
    }
    await rig.workOn();
    expect(rig.world.asked[2]!.at - told).toBeGreaterThanOrEqual(120_000);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('429 with a date', () => {
  it.each(['Thu, 01 Jan 2026 01:02:00 GMT', 'Thursday, 01-Jan-26 01:02:00 GMT', 'Thu Jan  1 01:02:00 2026'])(
    'waits until %s by the clock of the site',
    async (header) => {
      const rig = await throttledOnce(header, { date: 'Thu, 01 Jan 2026 01:00:00 GMT' }, 1);
      await rig.workOn();
      expect(rig.gaps()[0]).toBeGreaterThanOrEqual(120_000);
      expect(rig.gaps()[0]).toBeLessThan(180_000);
    },
  );
});

describe('429 with a header that is meaningless or too large', () => {
  it('keeps the usual delay for 0 and for the past', async () => {
    for (const header of ['0', 'Thu, 01 Jan 2020 00:00:00 GMT']) {
      const rig = await throttledOnce(header);
      await rig.workOn();
      expect(rig.gaps()[1]).toBeLessThan(5_000);
      expect(rig.gaps()[1]).toBeGreaterThanOrEqual(1_000);
    }
  });

  it.each(['', '-1', '0x10', '1e9', 'soon'])('backs off for %j', async (header) => {
    const rig = await throttledOnce(header);
    await rig.workOn();
    expect(rig.gaps()[1]).toBeGreaterThanOrEqual(15_000);
    expect(rig.gaps()[1]).toBeLessThanOrEqual(60_000);
  });

  it('waits no more than a day for a huge number, and shows it', async () => {
    const rig = await throttledOnce('99999999999999999999');
    await rig.work();
    const { host } = await readOverview(rig.db, rig.time);
    expect(host.waitingFor).toBe('asked-to-slow-down');
    expect(host.notBefore - rig.world.asked[1]!.at).toBe(24 * hour);
    await leap(rig);
    expect(rig.gaps()[1]).toBe(24 * hour);
  });
});

describe('endless 429', () => {
  it('opens the breaker: at most four probes an hour, no failed model, and the whole queue kept', async () => {
    const rig = await new Rig([30, 30, 30]).begin();
    rig.world.answer = () => status(429);
    const start = rig.time;
    await leap(rig, start + 48 * hour);
    const times = rig.world.asked.map(({ at }) => at);
    const opened = times[4]!;
    expect(times.filter((at) => at > opened && at <= opened + hour).length).toBeLessThanOrEqual(4);
    expect(times.filter((at) => at > start + 24 * hour).length).toBeLessThanOrEqual(5);
    expect(await statesOf(rig)).toEqual(['new', 'new', 'new']);
    expect(await rig.db.requests.where('[state+order]').between(['pending'], ['pending', []]).count()).toBe(
      6,
    );
    expect((await hostOf(rig)).waitingFor).toBe('asked-to-slow-down');
    rig.world.answer = () => undefined;
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('errors that arrive faster than good responses', () => {
  it('never speed up the crawl', async () => {
    const rig = await new Rig(Array<number>(8).fill(30)).begin();
    rig.world.hold = (nth) => {
      rig.time += nth <= 4 ? 3_000 : 10; // slow responses first, then fast errors
      return undefined;
    };
    rig.world.answer = (_, nth) => (nth > 4 && nth <= 9 ? status(500) : undefined);
    await workUpTo(rig, 4);
    let before = (await hostOf(rig)).delayMs;
    expect(before).toBeGreaterThanOrEqual(2_500);
    for (let nth = 5; nth <= 9; nth++) {
      rig.time = (await hostOf(rig)).notBefore;
      await workUpTo(rig, nth);
      const { delayMs } = await hostOf(rig);
      expect(delayMs).toBeGreaterThanOrEqual(before);
      before = delayMs;
    }
  });

  it('let the crawl return to its pace once the site is well again', async () => {
    const rig = await new Rig([480]).begin();
    rig.world.answer = (_, nth) => (nth % 6 === 3 ? status(429, { retryAfter: '5' }) : undefined);
    await leap(rig);
    // Five errors with good responses in between are not an outage.
    expect(Math.max(...rig.gaps())).toBeLessThan(30_000);
    expect((await hostOf(rig)).failuresInRow).toBe(0);
    expect(rig.gaps().at(-1)).toBeLessThan(2_000);
  });
});

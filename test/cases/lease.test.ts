import { describe, expect, it } from 'vitest';
import { leaseMs } from '../../src/crawl/lease';
import { Rig } from '../crawl/rig';
import { expectTrueCounters } from '../store/true-counters';
import { leap } from './leap';

const likes = [60, 0, 25];
const worker = (holder: string) => ({ lease: { holder, isSole: false } });

describe('case 37: two workers', () => {
  it('the second does nothing while the first holds the lease', async () => {
    const rig = await new Rig(likes).begin();
    await rig.queue().takeLease(worker('first').lease, rig.time);
    await rig.work(rig.queue(), worker('second'));
    expect(rig.world.asked).toEqual([]);
    await rig.work(rig.queue(), worker('first'));
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('one that lost its lease while it was frozen asks nothing more, and does not run hot', async () => {
    const rig = await new Rig(likes).begin();
    const queue = rig.queue();
    let looks = 0;
    const readCrawlSnapshot: typeof queue.readCrawlSnapshot = async (...args) => {
      looks += 1;
      if (looks > 1_000) throw new Error('runs hot');
      if (looks === 3) {
        rig.time += leaseMs; // the lid was closed for as long
        expect(await queue.takeLease({ holder: 'second', isSole: false }, rig.time)).toBe(true);
      }
      return queue.readCrawlSnapshot(...args);
    };
    await rig.work({ ...queue, readCrawlSnapshot }, worker('first'));
    expect(rig.world.asked).toHaveLength(1);
    expect(looks).toBeLessThan(10);
  });

  it('an answer that comes in after its worker lost the lease counts once', async () => {
    const rig = await new Rig([60]).begin();
    const abort = new AbortController();
    rig.world.hold = async (nth) => {
      if (nth === 3) abort.abort(); // the second stores this page, and the list goes on behind it
      if (nth !== 2) return;
      rig.time += leaseMs;
      await rig.work(rig.queue(), { ...worker('second'), signal: abort.signal });
    };
    await rig.work(rig.queue(), worker('first'));
    await expectTrueCounters(rig.db);
    rig.time += leaseMs;
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
    expect(await rig.db.likesPages.count()).toBe(3);
    expect(rig.world.asked).toHaveLength(1 + 3 + 1);
    await expectTrueCounters(rig.db);
  });
});

describe('case 38: the holder of the lease dies', () => {
  it('the next has it when a minute has passed, and not before', async () => {
    const rig = await new Rig(likes).begin();
    await rig.queue().takeLease(worker('dead').lease, rig.time);
    rig.time += leaseMs - 1;
    await rig.work(rig.queue(), worker('next'));
    expect(rig.world.asked).toEqual([]);
    rig.time += 1;
    await rig.work(rig.queue(), worker('next'));
    expect(rig.world.asked.length).toBeGreaterThan(0);
    await leap(rig);
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('at once where the browser vouches that nobody else is alive', async () => {
    const rig = await new Rig(likes).begin();
    await rig.queue().takeLease(worker('dead').lease, rig.time);
    await rig.work(rig.queue(), { lease: { holder: 'next', isSole: true } });
    expect(await rig.stored()).toEqual(rig.truth());
  });

  it('and under a clock that was set back since, without waiting for the old time to come again', async () => {
    const rig = await new Rig(likes).begin();
    await rig.queue().takeLease(worker('dead').lease, rig.time + 86_400_000);
    await rig.work(rig.queue(), worker('next'));
    expect(rig.world.asked.length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import { crawlQueue } from '../../src/store/crawl-queue';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from './rig';

const likes = [60, 0, 24, 1, 25];
/** 60 likes are 3 pages, 24 are 1. A model without likes takes one page too. */
const likesPages = 3 + 1 + 1 + 1 + 2;

describe.each(['offset', 'next-url', 'cursors'] as const)('a site that pages by %s', (paging) => {
  it('is crawled to the last like with one request per page and one per model for its facts', async () => {
    const rig = await new Rig(likes, paging).begin();
    await rig.workOn();
    expect(await rig.phase()).toBe('done');
    expect(await rig.stored()).toEqual(rig.truth());
    expect(rig.world.likesRequests()).toHaveLength(likesPages);
    expect(rig.world.asked).toHaveLength(likesPages + likes.length);
    expect((await rig.db.models.toArray()).map(({ state }) => state)).toEqual(likes.map(() => 'complete'));
    await expectTrueCounters(rig.db);
  });
});

describe('the delay between requests', () => {
  it('is never shorter than the setting, in one life of the worker or many', async () => {
    const rig = await new Rig(likes).begin();
    for (let life = 0; (await rig.phase()) === 'crawling'; life++) {
      const abort = new AbortController();
      const before = rig.world.asked.length;
      rig.world.answer = () => {
        if (rig.world.asked.length > before) abort.abort();
        return undefined;
      };
      await rig.work(rig.queue(), { signal: abort.signal });
    }
    expect(Math.min(...rig.gaps())).toBeGreaterThanOrEqual(1_000);
  });

  it('applies to two workers on one database together', async () => {
    const rig = await new Rig(likes).begin();
    await Promise.all([rig.work(), rig.work()]);
    await rig.workOn();
    expect(Math.min(...rig.gaps())).toBeGreaterThanOrEqual(1_000);
    expect(await rig.stored()).toEqual(rig.truth());
    await expectTrueCounters(rig.db);
  });

  it('if it is zero, several workers may request the same page, but each page counts once', async () => {
    const rig = await new Rig(likes).begin();
    rig.pace = { ...rig.pace, crawlDelayMs: 0 };
    await Promise.all([rig.work(), rig.work(), rig.work()]);
    expect(rig.world.asked.length).toBeGreaterThan(likesPages + likes.length);
    expect(await rig.stored()).toEqual(rig.truth());
    await expectTrueCounters(rig.db);
  });

  it('may be longer than the life of a worker', async () => {
    const rig = await new Rig([1, 1]).begin();
    rig.pace = { ...rig.pace, crawlDelayMs: 90_000 };
    await rig.workOn();
    expect(rig.world.asked).toHaveLength(4);
    expect(Math.min(...rig.gaps())).toBeGreaterThanOrEqual(90_000);
  });

  it('can be zero, and parallel requests of one worker still request no page twice', async () => {
    const rig = await new Rig(likes).begin();
    rig.pace = { ...rig.pace, crawlDelayMs: 0, crawlConcurrency: 6 };
    await rig.workOn();
    expect(new Set(rig.world.asked.map(({ url }) => url)).size).toBe(rig.world.asked.length);
    expect(await rig.stored()).toEqual(rig.truth());
    await expectTrueCounters(rig.db);
  });
});

describe('a worker that dies', () => {
  /** A queue whose `n`-th operation kills the worker before or after it takes effect. */
  function mortal(
    queue: CrawlQueue,
    n: number,
    when: 'before' | 'after',
  ): { queue: CrawlQueue; operations: () => number } {
    let operations = 0;
    const entries = Object.entries(queue).map(([name, operate]) => [
      name,
      async (...args: unknown[]) => {
        operations += 1;
        const isLast = operations === n;
        if (isLast && when === 'before') throw new Error('killed');
        const result: unknown = await (operate as (...all: unknown[]) => Promise<unknown>)(...args);
        if (isLast) throw new Error('killed');
        return result;
      },
    ]);
    return { queue: Object.fromEntries(entries) as CrawlQueue, operations: () => operations };
  }

  it('at any operation leads to the same result, with at most one page requested twice', async () => {
    const unharmed = await new Rig(likes).begin();
    const counted = mortal(crawlQueue(unharmed.db), Infinity, 'before');
    await unharmed.work(counted.queue);
    expect(counted.operations()).toBeGreaterThan(20);

    for (let n = 1; n <= counted.operations(); n++) {
      for (const when of ['before', 'after'] as const) {
        const rig = await new Rig(likes).begin();
        await expect(rig.work(mortal(crawlQueue(rig.db), n, when).queue)).rejects.toThrow('killed');
        await expectTrueCounters(rig.db);
        await rig.workOn();
        expect(await rig.stored()).toEqual(rig.truth());
        expect(rig.world.asked.length).toBeLessThanOrEqual(likesPages + likes.length + 1);
        expect(Math.min(...rig.gaps())).toBeGreaterThanOrEqual(1_000);
        await expectTrueCounters(rig.db);
      }
    }
  }, 60_000);
});

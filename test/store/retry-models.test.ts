import { beforeEach, describe, expect, it } from 'vitest';
import type { RetryOutcome } from '../../src/crawl/retry-outcome';
import { modelUid, sighting, status } from '../crawl/small-world';
import { Rig } from '../crawl/rig';
import { pauseCrawl, startCrawl, startDiscovery, stopCrawl } from '../../src/store/control-crawl';
import { shardOf } from '../../src/crawl/shard';
import { applyShard } from '../../src/store/apply-shard';
import { retryModels } from '../../src/store/retry-models';
import { recordSightings } from '../../src/store/upsert-models';
import { expectTrueCounters } from './true-counters';

const refusedOf = (some: Partial<RetryOutcome['refused']>) => ({
  ...{ queued: 0, complete: 0, gone: 0, elsewhere: 0, unknown: 0 },
  ...some,
});

/** A world whose crawl has ended: model 0 complete, 1 failed as the site answered with errors, 2 gone. */
let rig: Rig;
beforeEach(async () => {
  rig = await new Rig([5, 30, 3]).begin();
  rig.world.answer = ({ searchParams, pathname }) => {
    const asks = (at: number) =>
      searchParams.get('model') === modelUid(at) || pathname.endsWith(modelUid(at));
    if (asks(1) && searchParams.has('model')) return status(500);
    return asks(2) ? status(404) : undefined;
  };
  await rig.workOn();
  rig.world.answer = () => undefined;
  rig.world.asked.length = 0;
});

const states = async () => (await rig.db.models.orderBy('order').toArray()).map(({ state }) => state);
const retry = (...places: number[]) => retryModels(rig.db, places.map(modelUid), rig.time);
const asked = () => rig.world.asked.filter(({ url }) => !url.includes('robots.txt')).map(({ url }) => url);

describe('models that are to be read again', () => {
  it('are read by a crawl of them alone, if nothing else waits; the others are counted by why not', async () => {
    expect(await states()).toEqual(['complete', 'failed', 'gone']);
    expect(await retry(0, 1, 2, 9, 1)).toEqual({
      queued: 1,
      refused: refusedOf({ complete: 1, gone: 1, unknown: 1 }),
      when: 'now',
    });
    await expectTrueCounters(rig.db);
    expect(await states()).toEqual(['complete', 'crawling', 'gone']);
    await rig.workOn();
    expect(await states()).toEqual(['complete', 'complete', 'gone']);
    expect((await rig.stored())[modelUid(1)]).toEqual(rig.truth()[modelUid(1)]);
    // Its number of likes before and after, and two pages; of no other model.
    expect(asked().every((url) => url.includes(modelUid(1)))).toBe(true);
    await expectTrueCounters(rig.db);
  });

  it('are never queued twice', async () => {
    await retry(1);
    const before = await rig.db.requests.toArray();
    expect(await retry(1)).toEqual({ queued: 0, refused: refusedOf({ queued: 1 }), when: 'crawl' });
    expect(await rig.db.requests.toArray()).toEqual(before);
    await expectTrueCounters(rig.db);
  });

  it('go on where a list is half read, without a request more', async () => {
    await retry(1);
    let pages = 0;
    rig.world.answer = ({ searchParams }) => {
      if (searchParams.has('model') && (pages += 1) === 2) throw new Error('the worker dies');
      return undefined;
    };
    await expect(rig.work()).rejects.toThrow('the worker dies');
    const before = await rig.db.requests.toArray();
    expect(before.filter(({ state }) => state === 'pending')).toMatchObject([
      { kind: 'likes', pageIndex: 1 },
    ]);
    expect(await retry(1)).toMatchObject({ queued: 0, refused: refusedOf({ queued: 1 }) });
    expect(await rig.db.requests.toArray()).toEqual(before);
  });

  it('join the end of a crawl that is under way, running or paused', async () => {
    await recordSightings(rig.db, [sighting(3)], rig.time);
    await startCrawl(rig.db, 'anew', rig.time);
    await rig.db.requests
      .where('uniqueKey')
      .anyOf(`likes:${modelUid(1)}`, `model:${modelUid(1)}`)
      .delete();
    await rig.db.models.update(modelUid(1), { state: 'failed', cause: 'HTTP 500' });
    await pauseCrawl(rig.db);
    expect(await retry(1)).toMatchObject({ queued: 1, when: 'crawl' });
    expect(await rig.phase()).toBe('paused');
    const inOrder = await rig.db.requests.orderBy('[state+order]').toArray();
    const places = inOrder.map((request) => 'modelUid' in request && request.modelUid === modelUid(1));
    expect(places.lastIndexOf(false)).toBeLessThan(places.indexOf(true));
  });

  it('wait for the next crawl, if a queue was stopped or only the catalogue is read', async () => {
    await recordSightings(rig.db, [sighting(3)], rig.time);
    await startCrawl(rig.db, 'all', rig.time);
    await stopCrawl(rig.db);
    expect(await retry(1)).toMatchObject({ when: 'later' });
    expect(await rig.phase()).toBe('idle');
    await rig.db.requests.clear();
    await startDiscovery(rig.db, 5, rig.time);
    expect(await retry(1)).toMatchObject({ when: 'later' });
  });

  it('are left to the machine whose they are', async () => {
    const others = [0, 1].find((i) => i !== shardOf(modelUid(1), 2))!;
    await applyShard(rig.db, { i: others, n: 2 });
    const { queued, refused } = await retry(1);
    expect({ queued, refused }).toEqual({ queued: 0, refused: refusedOf({ elsewhere: 1 }) });
  });

  it('start no crawl if none of them is to be read', async () => {
    expect(await retry(0, 2)).toMatchObject({ queued: 0 });
    expect(await rig.phase()).toBe('done');
  });
});

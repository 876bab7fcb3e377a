import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { deleteEverything } from '../../src/store/delete-everything';
import { noPause } from '../store/no-pause';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { Rig } from '../crawl/rig';
import { modelUid, sighting, status } from '../crawl/small-world';
import { leap } from './leap';

const isLikes = (url: URL) => url.pathname === '/i/likes';

describe('a site that refuses likes but still answers for facts', () => {
  it('stops the crawl at the fifth model, despite good responses in between', async () => {
    const rig = await new Rig(Array<number>(30).fill(30)).begin();
    rig.world.answer = (url) => (isLikes(url) ? status(403) : undefined);
    await leap(rig);
    expect(await readState(rig.db, 'crawl')).toMatchObject({ phase: 'blocked', blockedBy: 'refusals' });
    expect(rig.world.likesRequests()).toHaveLength(5);
  });
});

describe('facts that failed temporarily', () => {
  it('are retried before the list whose completeness they prove', async () => {
    const rig = await new Rig([60, 60]).begin();
    rig.world.answer = (url, nth) => (!isLikes(url) && nth === 1 ? status(502) : undefined);
    await leap(rig);
    const about = rig.world.asked.map(({ url }) => url).filter((url) => url.includes(modelUid(0)));
    expect(about.slice(0, 3).map((url) => isLikes(new URL(url)))).toEqual([false, false, true]);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

describe('deleting everything during a requested wait', () => {
  it('keeps the wait', async () => {
    const rig = await new Rig([1, 1]).begin();
    rig.world.answer = (_, nth) => (nth === 1 ? status(429, { retryAfter: '3600' }) : undefined);
    await rig.work();
    await deleteEverything(rig.db, 'anew', noPause);
    await rig.knowRules();
    await recordSightings(rig.db, [sighting(0), sighting(1)], rig.time);
    await startCrawl(rig.db, 'all', rig.time);
    await leap(rig);
    expect(rig.world.asked[1]!.at - rig.world.asked[0]!.at).toBeGreaterThanOrEqual(3_600_000);
  });
});

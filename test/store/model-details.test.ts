import { describe, expect, it } from 'vitest';
import { readModelDetails } from '../../src/store/model-details';
import { startCrawl } from '../../src/store/control-crawl';
import { recordSightings } from '../../src/store/upsert-models';
import { Rig } from '../crawl/rig';
import { modelUid, sighting, userUid } from '../crawl/small-world';

const uid = modelUid(0);

describe('the details of a model', () => {
  it('are the pages of its list, what was taken back since, and whether it waits; without ids of users', async () => {
    const rig = await new Rig([30]).begin();
    expect(await readModelDetails(rig.db, uid)).toMatchObject({ pages: [], takenBack: [], isQueued: true });
    await rig.workOn();
    const first = (await readModelDetails(rig.db, uid))!;
    expect(first.pages.map(({ likes }) => likes)).toEqual([24, 6]);
    expect(first).toMatchObject({ takenBack: [], pagesUnderWay: 0, isQueued: false });
    expect(first.row.readAt).toBe(first.pages[1]!.fetchedAt);

    rig.world.likers.set(uid, rig.world.likers.get(uid)!.slice(2));
    await startCrawl(rig.db, 'anew', rig.time);
    await rig.workOn();
    const second = (await readModelDetails(rig.db, uid))!;
    expect(second.pages.map(({ likes }) => likes)).toEqual([24, 4]);
    expect(second.takenBack).toEqual([{ likes: 2, noticedAt: second.row.readAt }]);
    expect(JSON.stringify(second)).not.toContain(userUid(5));
  });

  it('count the pages of a sweep that has not ended apart from the list', async () => {
    const rig = await new Rig([30]).begin();
    await rig.workOn();
    await startCrawl(rig.db, 'anew', rig.time);
    let asked = 0;
    rig.world.answer = ({ searchParams }) => {
      if (searchParams.has('model') && (asked += 1) === 2) throw new Error('the worker dies');
      return undefined;
    };
    await expect(rig.work()).rejects.toThrow('the worker dies');
    expect(await readModelDetails(rig.db, uid)).toMatchObject({
      pages: [{ likes: 24 }, { likes: 6 }],
      pagesUnderWay: 1,
      isQueued: true,
    });
  });

  it('are none of a model that is not stored', async () => {
    const rig = new Rig([]);
    await recordSightings(rig.db, [sighting(1)], 0);
    expect(await readModelDetails(rig.db, uid)).toBeNull();
  });
});

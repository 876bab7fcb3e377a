import { describe, expect, it } from 'vitest';
import { isOfShard, wholeSite } from '../../src/crawl/own-shard';
import { applyShard } from '../../src/store/apply-shard';
import { pauseCrawl, startCrawl } from '../../src/store/control-crawl';
import { deleteEverything } from '../../src/store/delete-everything';
import { noPause } from './no-pause';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { Rig } from '../crawl/rig';
import { modelUid, sighting, status } from '../crawl/small-world';
import { expectTrueCounters } from './true-counters';

const likes = [30, 0, 2, 1, 25, 3, 60, 4];
const halves = [0, 1].map((i) => ({ i, n: 2 }));
const shardsOf = (i: number) => halves.findIndex((shard) => isOfShard(modelUid(i), shard));
const ours = [...likes.keys()].filter((i) => shardsOf(i) === 0).map(modelUid);
const theirs = [...likes.keys()].filter((i) => shardsOf(i) === 1).map(modelUid);

async function queuedModels(rig: Rig): Promise<string[]> {
  const requests = await rig.db.requests.filter(({ state }) => state === 'pending').toArray();
  const uids = requests.flatMap((request) => (request.kind === 'discovery' ? [] : [request.modelUid]));
  return [...new Set(uids)].sort();
}

async function statesOf(rig: Rig, uids: readonly string[]): Promise<Set<string | undefined>> {
  return new Set((await rig.db.models.bulkGet([...uids])).map((row) => row?.state));
}

describe('one machine of several', () => {
  it('captures all models and crawls its own', async () => {
    expect([ours.length > 1, theirs.length > 1]).toEqual([true, true]);
    const rig = new Rig(likes);
    await applyShard(rig.db, halves[0]!);
    await rig.begin();
    await expectTrueCounters(rig.db);
    expect((await readState(rig.db, 'counters')).elsewhere).toBe(theirs.length);
    await rig.workOn();
    expect(await rig.phase()).toBe('done');
    expect(await statesOf(rig, ours)).toEqual(new Set(['complete']));
    expect(await statesOf(rig, theirs)).toEqual(new Set(['new']));
    const asked = rig.world.asked.map(({ url }) => url).join(' ');
    expect(theirs.filter((uid) => asked.includes(uid))).toEqual([]);
    await expectTrueCounters(rig.db);
  });

  it('queues only its own models among those captured meanwhile', async () => {
    const rig = new Rig(likes);
    await applyShard(rig.db, halves[1]!);
    await rig.knowRules();
    await startCrawl(rig.db, 'all', rig.time);
    await recordSightings(
      rig.db,
      [...likes.keys()].map((i) => sighting(i)),
      rig.time,
    );
    expect(await queuedModels(rig)).toEqual([...theirs].sort());
    await expectTrueCounters(rig.db);
  });

  it('completes with the other machine what a single one does alone', async () => {
    const rigs = halves.map(() => new Rig(likes));
    for (const [i, rig] of rigs.entries()) {
      await applyShard(rig.db, halves[i]!);
      await rig.begin();
      await rig.workOn();
    }
    const stored = await Promise.all(rigs.map((rig) => rig.stored()));
    const [first = {}, second = {}] = stored;
    for (const [uid, users] of Object.entries(rigs[0]!.truth())) {
      expect([...(first[uid] ?? []), ...(second[uid] ?? [])]).toEqual(users);
    }
  });
});

describe('a changed shard', () => {
  it('recounts the plan, and changing back restores it', async () => {
    const rig = new Rig(likes);
    await recordSightings(
      rig.db,
      [...likes.keys()].map((i) => sighting(i)),
      0,
    );
    const whole = await readState(rig.db, 'counters');
    await applyShard(rig.db, halves[0]!);
    const half = await readState(rig.db, 'counters');
    expect(half.plan.unknownLists).toBe(ours.length);
    await expectTrueCounters(rig.db);
    await applyShard(rig.db, wholeSite);
    expect(await readState(rig.db, 'counters')).toEqual(whole);
  });

  it('changes the queue of a crawl under way: started models finish, others leave, new ones join', async () => {
    const rig = await new Rig(likes).begin();
    const abort = new AbortController();
    rig.world.answer = (_, nth) => {
      if (nth === 2) abort.abort();
      return undefined;
    };
    await rig.work(rig.queue(), { signal: abort.signal });
    const begun = await rig.db.models.filter(({ state }) => state === 'crawling').primaryKeys();
    expect(begun).toEqual([modelUid(0)]);
    await pauseCrawl(rig.db);
    const other = halves[1 - shardsOf(0)]!;
    const mine = [...likes.keys()].map(modelUid).filter((uid) => isOfShard(uid, other));
    await applyShard(rig.db, other);
    expect(await queuedModels(rig)).toEqual([modelUid(0), ...mine].sort());
    await expectTrueCounters(rig.db);
    const back = halves[shardsOf(0)]!;
    await applyShard(rig.db, back);
    expect(await queuedModels(rig)).toEqual(
      [...likes.keys()].map(modelUid).filter((uid) => !mine.includes(uid)),
    );
    await expectTrueCounters(rig.db);
    await startCrawl(rig.db, 'all', rig.time);
    await rig.workOn();
    expect(await statesOf(rig, mine)).toEqual(new Set(['new']));
    expect((await rig.db.models.get(modelUid(0)))?.state).toBe('complete');
  });

  it('leaves no model behind that counts as being read but is in no queue', async () => {
    const rig = await new Rig([30]).begin();
    rig.world.answer = (url) => (url.searchParams.get('cursor') === 'c24' ? status(500) : undefined);
    await rig.workOn(300);
    expect(await statesOf(rig, [modelUid(0)])).toEqual(new Set(['partial']));
    await startCrawl(rig.db, 'failed', rig.time);
    await applyShard(rig.db, halves[1 - shardsOf(0)]!);
    expect(await queuedModels(rig)).toEqual([modelUid(0)]);
    await expectTrueCounters(rig.db);
  });

  it('queues nothing if no crawl is under way', async () => {
    const rig = new Rig(likes);
    await recordSightings(rig.db, [sighting(0), sighting(1)], 0);
    await applyShard(rig.db, halves[0]!);
    await applyShard(rig.db, wholeSite);
    expect(await queuedModels(rig)).toEqual([]);
  });

  it('is the whole site in an emptied database until the shard is set again', async () => {
    const rig = new Rig(likes);
    await applyShard(rig.db, halves[0]!);
    await deleteEverything(rig.db, 'next', noPause);
    expect((await readState(rig.db, 'counters')).shard).toEqual(wholeSite);
  });
});

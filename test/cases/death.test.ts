import { describe, expect, it } from 'vitest';
import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import type { LikesOutDatabase } from '../../src/store/database';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from '../crawl/rig';
import { leap } from './leap';

const likes = [60, 0, 25];
/** The facts of each model, and 3 + 1 + 2 pages. */
const allRequests = likes.length + 6;
const killed = () => Promise.reject(new Error('killed'));

/** The five moments of a step at which a worker may be killed. */
const moments: Readonly<Record<string, (rig: Rig) => CrawlQueue>> = {
  'before the request': (rig) => ({ ...rig.queue(), claimTurn: killed }),
  'during the request': (rig) => {
    rig.world.hold = killed;
    return rig.queue();
  },
  'after the answer': (rig) => ({ ...rig.queue(), saveLikesPage: killed, saveModelFacts: killed }),
  'during the commit': (rig) => {
    failWrites(rig.db);
    return rig.queue();
  },
  'after the commit': (rig) => {
    const queue = rig.queue();
    return {
      ...queue,
      saveLikesPage: (...args) => queue.saveLikesPage(...args).then(killed),
      saveModelFacts: (...args) => queue.saveModelFacts(...args).then(killed),
    };
  },
};

/** Makes the last write of a step fail, which undoes its transaction with page, model and users. */
function failWrites(db: LikesOutDatabase): void {
  const fail = (_: unknown, key: unknown) => {
    if (key === 'counters') throw new Error('killed');
  };
  const failUpdate = (changes: object, key: unknown) => {
    fail(changes, key);
    return undefined;
  };
  db.states.hook('creating', fail);
  db.states.hook('updating', failUpdate);
  heal = () => {
    db.states.hook('creating').unsubscribe(fail);
    db.states.hook('updating').unsubscribe(failUpdate);
  };
}
let heal: () => void = () => undefined;

const dump = async (db: LikesOutDatabase) =>
  JSON.stringify(
    await Promise.all(['models', 'likesPages', 'users', 'requests'].map((name) => db.table(name).toArray())),
  );

describe.each(['case 34: the worker', 'case 35: the browser'])('%s is killed', (victim) => {
  it.each(Object.keys(moments))(
    '%s, at each step, and at most the current page is requested again',
    async (moment) => {
      for (let step = 0; step < allRequests; step++) {
        const rig = await new Rig(likes).begin();
        const abort = new AbortController();
        rig.world.answer = (_, nth) => {
          if (nth === step) abort.abort();
          return undefined;
        };
        if (step > 0) await rig.work(rig.queue(), { signal: abort.signal });
        const before = await dump(rig.db);
        const queue = moments[moment]!(rig);
        await expect(rig.work(queue), `${moment}, step ${step}`).rejects.toThrow('killed');
        if (moment !== 'after the commit') expect(await dump(rig.db)).toBe(before);
        await expectTrueCounters(rig.db);
        heal();
        rig.world.hold = () => undefined;
        const diedAt = rig.time;
        const asked = rig.world.asked.length;
        if (victim.includes('browser')) rig.db.close({ disableAutoOpen: false });
        rig.time += 30_000; // the alarm
        await leap(rig);
        // A kill before a request, or before the very last commit, may leave nothing to request.
        const next = rig.world.asked[asked];
        if (next) expect(next.at - diedAt).toBeLessThanOrEqual(35_000);
        expect(rig.world.asked.length).toBeLessThanOrEqual(allRequests + 1);
        expect(await rig.stored()).toEqual(rig.truth());
        await expectTrueCounters(rig.db);
      }
    },
  );
});

describe('a power failure that loses the last transactions', () => {
  it('leaves the state of one moment, and what was lost is requested again', async () => {
    for (let lost = 1; lost < allRequests; lost++) {
      const rig = await new Rig(likes).begin();
      const kept: unknown[][] = [];
      rig.world.hold = async (nth) => {
        if (nth === lost) for (const table of rig.db.tables) kept.push(await table.toArray());
      };
      await leap(rig);
      await rig.db.transaction('rw', rig.db.tables, async () => {
        for (const [i, table] of rig.db.tables.entries()) {
          await table.clear();
          await table.bulkPut(kept[i]!);
        }
      });
      await expectTrueCounters(rig.db);
      rig.world.hold = () => undefined;
      await leap(rig);
      expect(await rig.stored()).toEqual(rig.truth());
      expect(rig.world.asked).toHaveLength(allRequests + 1 + (allRequests - lost));
      await expectTrueCounters(rig.db);
    }
  });
});

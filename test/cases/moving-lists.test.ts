import { describe, expect, it } from 'vitest';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { expectTrueCounters } from '../store/true-counters';
import { Rig } from '../crawl/rig';
import { modelUid, userUid } from '../crawl/small-world';
import { factsOf, isFacts, leap, models } from './leap';

const uid = modelUid(0);

/** Changes the list of the only model while the `nth` response is under way. */
async function changedAt(nth: number, change: (users: string[]) => string[], likes = 60): Promise<Rig> {
  const rig = await new Rig([likes], 'offset').begin();
  rig.world.hold = (n) => {
    if (n === nth) rig.world.likers.set(uid, change(rig.world.likers.get(uid)!));
    return undefined;
  };
  return rig;
}

describe('a list shorter than the number shown', () => {
  it('is read once more, then marked drifted with both numbers', async () => {
    const rig = await new Rig([60]).begin();
    rig.world.answer = (url) => (isFacts(url) ? factsOf(0, 64) : undefined);
    await leap(rig);
    expect(rig.world.likesRequests()).toHaveLength(6);
    expect(await models(rig)).toMatchObject([{ state: 'drifted', likeCount: 64, likesCollected: 60 }]);
    await expectTrueCounters(rig.db);
  });

  it('is complete when the second pass finds the rest', async () => {
    const rig = await new Rig([60]).begin();
    const all = rig.world.likers.get(uid)!;
    rig.world.likers.set(uid, all.slice(0, 58));
    rig.world.answer = (url) => (isFacts(url) ? factsOf(0, 60) : undefined);
    rig.world.hold = (nth) => {
      if (nth === 4) rig.world.likers.set(uid, all); // the site was out of date before
      return undefined;
    };
    await leap(rig);
    expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 60 }]);
  });
});

describe('a new like at the front while the list is read', () => {
  it('shows one user on two pages, but is exported as one like', async () => {
    const rig = await changedAt(2, (users) => [userUid(999), ...users]);
    await leap(rig);
    const pages = (await rig.db.likesPages.toArray()).flatMap(({ userUids }) => userUids);
    expect(pages.length).toBeGreaterThan(new Set(pages).size);
    expect((await rig.stored())[uid]!.length).toBe((await models(rig))[0]!.likesCollected);
    await expectTrueCounters(rig.db);
  });
});

describe('an unlike that moves a user out of sight', () => {
  it('is noticed by the number shown, and the second pass finds the user', async () => {
    const rig = await changedAt(2, (users) => users.slice(1));
    await leap(rig);
    expect(rig.world.likesRequests().length).toBe(6);
    expect(await models(rig)).toMatchObject([{ state: 'complete', likesCollected: 59 }]);
    expect(await rig.stored()).toEqual(rig.truth());
    expect((await rig.db.unlikes.toArray()).map(({ userUids }) => userUids)).toEqual([[userUid(0)]]);
    await expectTrueCounters(rig.db);
  });

  it.each(['offset', 'cursors'] as const)(
    'leaves 999 of 1,000 lasting likes found and none invented where lists paged by %s keep changing',
    async (paging) => {
      const sizes = Array.from({ length: 40 }, (_, i) => 30 + 6 * i);
      const rig = await new Rig(sizes, paging).begin();
      const lasting = new Map([...rig.world.likers].map(([model, users]) => [model, new Set(users)]));
      const ever = new Map([...rig.world.likers].map(([model, users]) => [model, new Set(users)]));
      let seed = 20_261_122;
      const dice = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
      let newcomers = 100_000;
      rig.world.hold = (nth) => {
        if (nth % 3 === 0) move(modelUid(dice(sizes.length)));
        return undefined;
      };
      function move(model: ModelUid): void {
        const users = [...rig.world.likers.get(model)!];
        if (dice(2) === 0) users.unshift(userUid(newcomers++));
        else lasting.get(model)!.delete(users.splice(dice(users.length), 1)[0]!);
        for (const user of users) ever.get(model)!.add(user);
        rig.world.likers.set(model, users);
      }
      await leap(rig);
      const stored = await rig.stored();
      const wanted = [...lasting].flatMap(([model, users]) =>
        [...users].map((user) => [model, user] as const),
      );
      const found = wanted.filter(([model, user]) => stored[model]!.includes(user));
      expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.999);
      for (const [model, users] of Object.entries(stored)) {
        for (const user of users) expect(ever.get(model as ModelUid)).toContain(user);
      }
      await expectTrueCounters(rig.db);
    },
  );
});

describe('a different number of likes at the end than at the start', () => {
  it('is requested again and stored with its time', async () => {
    const rig = await changedAt(3, (users) => [...users, userUid(998), userUid(997)]);
    await leap(rig);
    const [model] = await models(rig);
    expect(model).toMatchObject({ state: 'complete', likeCount: 62, countWhenRead: 62, likesCollected: 62 });
    expect(model!.readAt).toBeGreaterThan(rig.world.asked[4]!.at);
    expect(await rig.stored()).toEqual(rig.truth());
  });
});

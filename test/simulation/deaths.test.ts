import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkRun } from './checks/check-run';
import { countRepeats } from './checks/check-timing';
import { figure } from './figure';
import type { Blow } from './plan';
import { referencePlan } from './reference-plan';
import { simulate } from './simulate';
import type { Simulation } from './simulation';
import { storedLikes } from './store/stored-likes';

// Takes seconds on an idle machine; a busy one may need longer.
vi.setConfig({ testTimeout: 120_000 });

let unharmed: Simulation;
beforeAll(async () => {
  unharmed = await simulate(referencePlan());
});

/** The final state and likers of each model, which no death may change. */
async function outcome({ db }: Simulation) {
  const likes = await storedLikes(db);
  const models = await db.models.toArray();
  return models.map(({ uid, state, cause }) => [uid, state, cause, [...likes.get(uid)!].sort()]);
}

describe('one death at each operation of a crawl', () => {
  const ways: readonly Blow['is'][] = ['kill before', 'kill during', 'kill after', 'full disk'];
  // Every third operation here, in turn over the ways; the campaign covers every operation in every way.
  const stride = Number(process.env['DEATH_STRIDE'] ?? 3);
  it.each(ways.map((is, i) => [is, 1 + (i % stride)] as const))(
    '(%s) leads to the same result',
    async (is, first) => {
      expect(checkRun(unharmed)).toEqual([]);
      const expected = await outcome(unharmed);
      let repeats = 0;
      for (let nth = first; nth <= unharmed.operations; nth += stride) {
        // A different write each time, to test that a transaction is all or nothing.
        const sim = await simulate(referencePlan({ blows: [{ nth, is, write: 1 + (nth % 6) }] }));
        expect([nth, checkRun(sim)]).toEqual([nth, []]);
        expect([nth, await outcome(sim)]).toEqual([nth, expected]);
        expect(countRepeats(sim.history.sent)).toBeLessThanOrEqual(1);
        repeats += countRepeats(sim.history.sent);
      }
      figure(
        `pages asked again after a ${is} at each operation`,
        repeats,
        Math.ceil((unharmed.operations - first + 1) / stride),
      );
    },
  );

  it('that also loses the last transactions makes the crawl request those pages again', async () => {
    const expected = await outcome(unharmed);
    for (let at = 10; at <= unharmed.operations; at += 3) {
      const powerLoss = { from: at - 1 - (at % 9), at };
      const sim = await simulate(referencePlan({ powerLoss }));
      expect([at, checkRun(sim)]).toEqual([at, []]);
      expect([at, await outcome(sim)]).toEqual([at, expected]);
    }
  });
});

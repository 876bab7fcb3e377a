import { describe, expect, it } from 'vitest';
import { readLists } from '../../simulation/checks/read-lists';
import { drawPlan } from '../../simulation/draw-plan';
import { figure } from '../../simulation/figure';
import { SeededRandom } from '../../simulation/seeded-random';
import { simulate } from '../../simulation/simulate';
import type { Simulation } from '../../simulation/simulation';
import { at, capture, start, tend } from '../../simulation/site/person';
import { storedLikes } from '../../simulation/store/stored-likes';

const seeds = Number(process.env['SEEDS'] ?? 200);
const models = 10;
const likes = 240;
/** Ten pages and the number of likes at just over a second each, and as much again for second passes. */
const crawlMs = models * 11 * 1_400 * 1.5;

async function script(sim: Simulation): Promise<void> {
  await at(sim, 0, () => capture(sim, true));
  await at(sim, 0, () => start(sim, 'all'));
  await tend(sim);
}

function planOf(seed: number, changes: number) {
  const random = new SeededRandom(seed);
  const list = () => ({ likes: random.between(25, 2 * likes), changes, shownOffset: 0, isCaptured: true });
  return drawPlan(seed, 1, {
    models: Array.from({ length: models }, list),
    users: 2_000,
    churnMs: crawlMs,
    faults: [],
    acts: [],
    blows: [],
    powerLoss: null,
    crawlDelayMs: 1_000,
    crawlConcurrency: 1,
    robots: 'none',
  });
}

describe('likes that come and go while their lists are read', () => {
  // 40 changes in four minutes, for one model in 240, is a thousand times more than on the busiest real model.
  it.each([0, 1, 4, 40])('(%i changes per model) leave the lasting ones found', async (changes) => {
    const sum = { persisting: 0, found: 0, complete: 0, lists: 0, wrong: 0, byAccident: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const sim = await simulate(planOf(seed, changes), { script });
      expect([seed, sim.surprises]).toEqual([seed, []]);
      const stored = await storedLikes(sim.db);
      for (const { modelUid, isComplete, persisting, isByAccident } of await readLists(sim)) {
        const found = persisting.filter((user) => stored.get(modelUid)!.has(user)).length;
        sum.persisting += persisting.length;
        sum.found += found;
        sum.lists += 1;
        sum.complete += Number(isComplete);
        const isWrong = isComplete && found < persisting.length;
        sum.wrong += Number(isWrong && !isByAccident);
        sum.byAccident += Number(isWrong && isByAccident);
      }
    }
    const at = `with ${changes} changes a model`;
    const recall = (100 * sum.found) / sum.persisting;
    figure(`recall of likes that stay ${at}, %`, recall.toFixed(4), sum.persisting);
    figure(`lists complete ${at}, %`, ((100 * sum.complete) / sum.lists).toFixed(1), sum.lists);
    figure(`lists complete that lack a like ${at}`, sum.wrong, sum.complete);
    figure(`lists complete by accident that lack a like ${at}`, sum.byAccident, sum.complete);
    expect(sum.wrong).toBe(0);
    expect(recall).toBeGreaterThanOrEqual(changes === 0 ? 100 : 99.9);
    if (changes === 0) expect(sum.complete).toBe(sum.lists);
  });
});

import { describe, expect, it } from 'vitest';
import { checkRun } from '../../simulation/checks/check-run';
import { drawPlan } from '../../simulation/draw-plan';
import { figure } from '../../simulation/figure';
import { simulate } from '../../simulation/simulate';

const from = Number(process.env['SEED'] ?? 100_000);
const seeds = Number(process.env['SEEDS'] ?? 10_000);
const mostFaults = 20;

describe('crawls with many faults', () => {
  it('lose, duplicate and invent nothing, and stay polite', async () => {
    const wrong: string[] = [];
    const sums = { requests: 0, deaths: 0, operations: 0 };
    for (let seed = from; seed < from + seeds; seed++) {
      const sim = await simulate(drawPlan(seed, mostFaults));
      sums.requests += sim.history.sent.length;
      sums.deaths += sim.history.deaths.length;
      sums.operations += sim.operations;
      const found = checkRun(sim);
      if (found.length > 0) wrong.push(`seed ${seed}: ${found.slice(0, 3).join('; ')}`);
    }
    for (const [name, sum] of Object.entries(sums)) figure(`simulated ${name}`, sum, seeds);
    figure('simulated crawls that broke a promise', wrong.length, seeds);
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkRun } from './checks/check-run';
import { drawPlan } from './draw-plan';
import { figure } from './figure';
import { simulate } from './simulate';

const from = Number(process.env['SEED'] ?? 1);
const seeds = Number(process.env['SEEDS'] ?? 300);

describe('a crawl with faults', () => {
  it(`loses, duplicates and invents nothing, and stays polite (seeds ${from} to ${from + seeds - 1})`, async () => {
    const wrong: string[] = [];
    let requests = 0;
    for (let seed = from; seed < from + seeds; seed++) {
      const sim = await simulate(drawPlan(seed, 8));
      requests += sim.history.sent.length;
      const found = checkRun(sim);
      if (found.length > 0) wrong.push(`seed ${seed}: ${found.slice(0, 3).join('; ')}`);
    }
    figure('requests in seeded crawls', requests, seeds);
    expect(wrong).toEqual([]);
  }, 600_000);
});

import { describe, expect, it } from 'vitest';
import { checkRun } from '../../simulation/checks/check-run';
import { figure } from '../../simulation/figure';
import { referencePlan } from '../../simulation/reference-plan';
import { simulate } from '../../simulation/simulate';
import { beginning } from '../../simulation/simulation';

describe('a crawl that takes a day', () => {
  it.each([
    ['memory', 300],
    ['indexed', 20],
  ] as const)('completes on the database (%s) with %i lists of 150 pages each', async (database, lists) => {
    const list = { likes: 150 * 24, changes: 0, shownOffset: 0, isCaptured: true };
    const models = Array.from({ length: lists }, () => list);
    const cpu = process.cpuUsage();
    const plan = referencePlan({ database, models, users: 50_000, discovers: false });
    const sim = await simulate(plan);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (user + system) / 1e6;
    const requests = sim.history.sent.length;
    figure(`processor seconds for a crawl (${database})`, seconds.toFixed(1), requests);
    figure(`processor ms a request (${database})`, ((1_000 * seconds) / requests).toFixed(2), requests);
    figure(`virtual hours of a crawl (${database})`, ((sim.scheduler.now - beginning) / 3.6e6).toFixed(1), 1);
    const gaps = sim.history.sent.slice(1).map(({ leftAt }, i) => leftAt - sim.history.sent[i]!.leftAt);
    figure(
      `shortest gap in ms (${database})`,
      gaps.reduce((a, b) => Math.min(a, b)),
      gaps.length,
    );
    expect(checkRun(sim)).toEqual([]);
    if (database === 'memory') expect(seconds).toBeLessThan(60);
  });
});

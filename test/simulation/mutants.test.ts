import { describe, expect, it, vi } from 'vitest';
import { checkRun } from './checks/check-run';
import { drawPlan } from './draw-plan';
import { figure } from './figure';
import { mutants } from './mutants';
import { simulate } from './simulate';

// Takes seconds on an idle machine; a busy one may need longer.
vi.setConfig({ testTimeout: 120_000 });

const mostSeeds = 300;

describe('the checker', () => {
  it.each(mutants)('detects the bug: $bug', async ({ bug, finding, ...planted }) => {
    let seed = 1;
    let found: string[] = [];
    for (; seed <= mostSeeds && !found.some((line) => finding.test(line)); seed++) {
      found = checkRun(await simulate(drawPlan(seed, 8), planted));
    }
    figure(`seeds until it was noticed that ${bug}`, seed - 1, 1);
    expect(found).toContainEqual(expect.stringMatching(finding));
  });
});

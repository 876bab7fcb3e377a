import { describe, expect, it, vi } from 'vitest';
import { failuresToOpen } from '../../src/crawl/waits';
import { checkRun } from './checks/check-run';
import { figure } from './figure';
import type { PlannedModel } from './plan';
import { referencePlan } from './reference-plan';
import { simulate } from './simulate';
import { beginning } from './simulation';
import type { FaultKind } from './site/network-faults';

// Takes seconds on an idle machine; a busy one may need longer.
vi.setConfig({ testTimeout: 120_000 });

const hourMs = 3_600_000;
const outageMs = 48 * hourMs;
const models = Array.from({ length: 20 }, (): PlannedModel => ({
  likes: 60,
  changes: 0,
  shownOffset: 0,
  isCaptured: true,
}));

describe('a site that is down for two days', () => {
  it.each<FaultKind>(['server error', 'reset', 'timeout', 'rate limit'])(
    '(%s) is tried ever less often, costs no model anything, and is crawled completely afterwards',
    async (kind) => {
      const faults = [{ kind, from: 15, lasts: Infinity, model: null }];
      const plan = referencePlan({ models, faults, discovers: false });
      const sim = await simulate(plan, { errorMs: outageMs });
      expect(checkRun(sim)).toEqual([]);
      const failed = sim.history.sent.filter(({ isGood, url }) => !isGood && !url.endsWith('/robots.txt'));
      const openAt = failed[failuresToOpen - 1]!.leftAt;
      const inFirstHour = failed.filter(({ leftAt }) => leftAt > openAt && leftAt <= openAt + hourMs).length;
      figure(`probes in the first hour of an outage (${kind})`, inFirstHour, 1);
      figure(`requests in an outage of 48 h (${kind})`, failed.length, 1);
      expect(inFirstHour).toBeLessThanOrEqual(4);
      expect(sim.scheduler.now).toBeGreaterThan(beginning + outageMs);
      const states = (await sim.db.models.toArray()).map(({ state }) => state);
      expect(states).toEqual(models.map(() => 'complete'));
    },
  );
});

import { describe, expect, it } from 'vitest';
import { checkRun } from '../checks/check-run';
import { drawPlan } from '../draw-plan';
import { simulate } from '../simulate';
import { dumpTables } from './dump-tables';

describe('the in-memory database', () => {
  it('runs a crawl exactly as Dexie on IndexedDB does, faults included', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const [quick, real] = [
        await simulate(drawPlan(seed, 8, { readsAnew: false })),
        await simulate(drawPlan(seed, 8, { readsAnew: false, database: 'indexed' })),
      ];
      expect([seed, checkRun(real)]).toEqual([seed, []]);
      expect(real.history.sent).toEqual(quick.history.sent);
      expect(await dumpTables(real.db)).toEqual(await dumpTables(quick.db));
    }
  }, 60_000);
});

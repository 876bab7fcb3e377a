import { describe, expect, it } from 'vitest';
import { checkTruth } from './checks/check-ends';
import { checkRun } from './checks/check-run';
import { figure } from './figure';
import type { Plan } from './plan';
import { referencePlan } from './reference-plan';
import { SeededRandom } from './seeded-random';
import { simulate } from './simulate';
import type { Simulation } from './simulation';
import { act, at, capture, start, tend } from './site/person';

const size = Number(process.env['RECRAWL_MODELS'] ?? 300);
const timeoutMs = 120_000;

const random = new SeededRandom(7);
const plan = (isCaptured: boolean): Plan =>
  referencePlan({
    users: 2_000,
    models: Array.from({ length: size }, () => ({
      likes: random.between(10, 250),
      changes: 0,
      shownOffset: 0,
      isCaptured,
    })),
  });

/** The number of requests until nothing is left to request. */
async function costOf(sim: Simulation, begin: () => Promise<void>): Promise<number> {
  const before = sim.history.sent.filter(({ url }) => !url.endsWith('/robots.txt')).length;
  await begin();
  await tend(sim);
  return sim.history.sent.filter(({ url }) => !url.endsWith('/robots.txt')).length - before;
}

const pressCrawlAll = (sim: Simulation) => at(sim, sim.scheduler.now, () => start(sim, 'all'));

/** Presses the second button during the search, so that the crawl continues with the likes on its own. */
async function findAndCrawl(sim: Simulation): Promise<void> {
  await at(sim, sim.scheduler.now, () => act(sim, 'discover'));
  await pressCrawlAll(sim);
}

/** Gives a new like to a twentieth of the models. */
function change(sim: Simulation): void {
  [...sim.site.models.values()].forEach(({ ledger }, i) => {
    if (i % 20 === 0) ledger.give('e'.repeat(32), sim.scheduler.now);
  });
}

describe('a recrawl', () => {
  it(
    'searches the catalogue for changes at the cost of its pages',
    async () => {
      const sim = await simulate(plan(false), {
        script: async (running) => {
          const first = await costOf(running, () => findAndCrawl(running));
          const share = (cost: number) => (100 * cost) / first;
          const again = share(await costOf(running, () => findAndCrawl(running)));
          const alone = share(await costOf(running, () => pressCrawlAll(running)));
          change(running);
          const changed = share(await costOf(running, () => pressCrawlAll(running)));
          figure('first crawl, in requests', first, size);
          figure('second search and crawl of an unchanged world, % of the first', again.toFixed(2), size);
          figure('crawl all alone in an unchanged world, % of the first', alone.toFixed(2), size);
          figure('crawl all where a twentieth changed, % of the first', changed.toFixed(2), size);
          expect(Math.max(again, alone)).toBeLessThanOrEqual(5);
          expect(changed).toBeLessThanOrEqual(10);
          await checkTruth(running);
        },
      });
      expect(checkRun(sim)).toEqual([]);
    },
    timeoutMs,
  );

  it(
    'costs one request per model if nothing else shows its number of likes',
    async () => {
      const sim = await simulate(plan(true), {
        script: async (running) => {
          await at(running, 0, () => capture(running, true));
          await costOf(running, () => pressCrawlAll(running));
          const again = await costOf(running, () => pressCrawlAll(running));
          figure('crawl all without a catalogue in an unchanged world, requests a model', again / size, size);
          expect(again).toBeLessThanOrEqual(size);
          change(running);
          const changed = await costOf(running, () => pressCrawlAll(running));
          expect(changed).toBeLessThanOrEqual(size + 3 * Math.ceil(size / 20));
          await checkTruth(running);
        },
      });
      expect(checkRun(sim)).toEqual([]);
    },
    timeoutMs,
  );
});

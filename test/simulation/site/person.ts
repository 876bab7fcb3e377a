import { pauseCrawl, startCrawl, startDiscovery, stopCrawl } from '../../../src/store/control-crawl';
import type { CrawlExtent } from '../../../src/crawl/crawl-extent';
import { readState } from '../../../src/store/states';
import { recordSightings } from '../../../src/store/upsert-models';
import { modelUid, sighting } from '../../crawl/small-world';
import { checkEnds } from '../checks/check-ends';
import type { Act } from '../plan';
import type { Simulation } from '../simulation';

const dayMs = 24 * 3_600_000;
const longestMs = 40 * dayMs;

/** Checks every few minutes and resumes what was held up, until nothing is left to do and everything is correct. */
export async function tend(sim: Simulation): Promise<void> {
  const begun = sim.scheduler.now;
  for (let pauseMs = 60_000; ; pauseMs = Math.min(30 * 60_000, 1.5 * pauseMs)) {
    // In one operation with the check, because power may be lost at the next one.
    const { isOver, phase, blockedBy } = await at(sim, sim.scheduler.now + pauseMs, () => lookAt(sim));
    if (isOver) return;
    if (sim.scheduler.now > begun + longestMs) throw new Error(`never ends: still ${phase} after 40 days`);
    if (blockedBy === 'robots') sim.pace.crawlDespiteRobots = true;
    if (phase !== 'crawling') await at(sim, sim.scheduler.now, () => start(sim, 'all'));
  }
}

async function lookAt(sim: Simulation) {
  const { phase, scope, blockedBy } = await readState(sim.db, 'crawl');
  // After "retry failed" alone, models that were never requested are still new.
  const left = await sim.db.models.filter(({ state }) => state === 'new').count();
  const isOver = phase === 'done' && scope === 'everything' && left === 0;
  if (isOver) await checkEnds(sim);
  return { isOver, phase, blockedBy };
}

/** Does `run` at its time, as one operation among the others. */
export function at<T>(sim: Simulation, due: number, run: () => Promise<T>): Promise<Awaited<T>> {
  return sim.scheduler.park(due, run).done;
}

export async function start(sim: Simulation, extent: CrawlExtent): Promise<void> {
  const { phase, scope } = await readState(sim.db, 'crawl');
  if (phase === 'idle' || phase === 'done' || scope === 'discovery') sim.crawls += 1;
  await startCrawl(sim.db, extent, sim.wall());
  await wake(sim);
}

async function wake(sim: Simulation): Promise<void> {
  await sim.notePhase();
  if (sim.aliveWorkers().length === 0) sim.addWorker();
  for (const worker of sim.aliveWorkers()) worker.wake();
}

export async function capture(sim: Simulation, isCaptured: boolean): Promise<void> {
  const seen = sim.plan.models.flatMap((model, i) => (model.isCaptured === isCaptured ? [i] : []));
  const sightings = seen.map((i) => {
    const model = sim.site.models.get(modelUid(i))!;
    // Half of the cards show a number of likes.
    return sighting(i, { likeCount: i % 2 ? sim.site.shown(model, sim.scheduler.now) : null });
  });
  await recordSightings(sim.db, sightings, sim.wall());
}

export async function act(sim: Simulation, what: Act): Promise<void> {
  const { db } = sim;
  const hold = async (how: () => Promise<void>) => {
    await how();
    await sim.notePhase();
    for (const worker of sim.aliveWorkers()) worker.interrupt();
  };
  const acts: Record<Act, () => Promise<void> | void> = {
    pause: () => hold(() => pauseCrawl(db)),
    stop: () => hold(() => stopCrawl(db)),
    'crawl all': () => start(sim, 'all'),
    'retry failed': () => start(sim, 'failed'),
    discover: async () => {
      sim.crawls += 1;
      await startDiscovery(db, 5, sim.wall());
      await wake(sim);
    },
    capture: () => capture(sim, false),
    slower: () => sim.slowDown(),
    'clock ahead': () => sim.setClock(sim.random.pick([3_600_000, dayMs, 40 * dayMs])),
    'clock back': () => sim.setClock(-sim.random.pick([3_600_000, dayMs, 40 * dayMs])),
    'sleep of the computer': () => void (sim.scheduler.now += 8 * 3_600_000),
    'second worker': () => {
      sim.addWorker();
      sim.workers.at(-1)!.wake();
    },
  };
  await acts[what]();
}

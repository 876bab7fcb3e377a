import { checkTruth } from './checks/check-ends';
import type { Mutate, Plan } from './plan';
import { beginning, Simulation } from './simulation';
import { act, at, capture, start, tend } from './site/person';

type Options = {
  readonly mutate?: Mutate;
  /** The Web Locks of the browser, unless a test plants faulty ones. */
  readonly locks?: Simulation['locks'];
  /** Network faults end after this time, if not before. */
  readonly errorMs?: number;
  /** What the user does, instead of the plan. */
  readonly script?: (sim: Simulation) => Promise<void>;
};

/** Runs a plan to its end, first with faults and then without. Returns what there is to check. */
export async function simulate(plan: Plan, options: Options = {}): Promise<Simulation> {
  const { mutate, locks, errorMs = 12 * 3_600_000, script = followPlan } = options;
  const sim = new Simulation(plan, mutate, locks);
  const run = { isOver: false };
  const over = (error?: unknown) => {
    if (error !== undefined) sim.surprises.push(error);
    run.isOver = true;
  };
  script(sim).then(() => over(), over);
  calmDown(sim, errorMs).catch(over);
  wakeByAlarm(sim).catch(over);
  try {
    while (!run.isOver && sim.surprises.length === 0) await sim.scheduler.step();
  } catch (error) {
    sim.surprises.push(error);
  }
  return sim;
}

/** The user: captures, starts the crawl, follows the plan, and resumes a crawl that stands still. */
async function followPlan(sim: Simulation): Promise<void> {
  const { plan, scheduler, history } = sim;
  await at(sim, 0, () => capture(sim, true));
  await at(sim, 0, () => (plan.discovers ? act(sim, 'discover') : start(sim, 'all')));
  for (const planned of [...plan.acts].sort((a, b) => a.atMs - b.atMs)) {
    await at(sim, beginning + planned.atMs, () => act(sim, planned.act));
  }
  await tend(sim);
  sim.wire.isCalm = true;
  if (!plan.readsAnew) return;
  let losses: number;
  do {
    losses = history.powerLosses;
    await at(sim, Math.max(scheduler.now, beginning + plan.churnMs + 1_000), () => start(sim, 'anew'));
    await tend(sim);
    // A power loss may have undone the request itself.
  } while (losses !== history.powerLosses);
  await at(sim, scheduler.now, () => checkTruth(sim));
}

function calmDown(sim: Simulation, errorMs: number): Promise<void> {
  return at(sim, beginning + errorMs, () => {
    sim.wire.isCalm = true;
    return Promise.resolve();
  });
}

/** Every half minute; less and less often while there is nothing to request, so that days of waiting pass quickly. */
async function wakeByAlarm(sim: Simulation): Promise<void> {
  let asked = 0;
  for (let periodMs = 30_000; ;) {
    await at(sim, sim.scheduler.now + periodMs, async () => {
      if (sim.aliveWorkers().length === 0) sim.addWorker();
      for (const worker of sim.aliveWorkers()) worker.wake();
      await Promise.resolve();
    });
    const isIdle = sim.history.sent.length === asked;
    asked = sim.history.sent.length;
    periodMs = isIdle ? Math.min(600_000, 1.5 * periodMs) : 30_000;
  }
}

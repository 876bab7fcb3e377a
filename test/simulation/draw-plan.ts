import type { Act, Blow, Plan, PlannedFault, PlannedModel } from './plan';
import { SeededRandom } from './seeded-random';
import { faultKinds } from './site/network-faults';

const acts: readonly Act[] = [
  'pause',
  'stop',
  'crawl all',
  'retry failed',
  'discover',
  'capture',
  'slower',
  'clock ahead',
  'clock back',
  'sleep of the computer',
  'second worker',
];
const blows: readonly Blow['is'][] = ['kill before', 'kill during', 'kill after', 'full disk'];
const someLists = [0, 1, 3, 23, 24, 25, 48, 49, 60, 100, 200];

/** A world and up to `mostFaults` kinds of faults, at least 1, drawn from the seed. */
export function drawPlan(seed: number, mostFaults: number, over: Partial<Plan> = {}): Plan {
  const random = new SeededRandom(seed);
  const models = Array.from({ length: random.between(1, 9) }, () => drawModel(random));
  if (!models.some(({ isCaptured }) => isCaptured)) models[0] = { ...models[0]!, isCaptured: true };
  const error = { faults: [] as PlannedFault[], acts: [] as Plan['acts'][number][], blows: [] as Blow[] };
  const wanted = random.between(1, mostFaults);
  for (let i = 0; i < wanted; i++) drawFault(random, error, models.length);
  const from = random.between(5, 400);
  const hasChurn = random.chance(0.4);
  return {
    seed,
    database: 'memory',
    paging: random.pick(['offset', 'truthy', 'next-url', 'cursors', 'keyset']),
    users: 150,
    // A wrong number can agree with a changing list that lacks a like, which no crawler could notice.
    models: models.map((model) => (hasChurn ? { ...model, shownOffset: 0 } : { ...model, changes: 0 })),
    churnMs: random.between(10, 120) * 1_000,
    ...error,
    powerLoss: random.chance(0.1) ? { from, at: from + random.between(1, 12) } : null,
    crawlDelayMs: random.pick([1_000, 2_000, 5_000]),
    crawlConcurrency: random.pick([1, 1, 1, 2, 3]),
    robots: random.pick(['none', 'none', 'crawl-delay', 'disallow']),
    discovers: random.chance(0.3),
    readsAnew: true,
    ...over,
  };
}

function drawModel(random: SeededRandom): PlannedModel {
  return {
    likes: random.pick(someLists),
    changes: random.pick([0, 1, 4, 10]),
    shownOffset: random.pick([0, 0, 0, 0, 0, 2, -1]),
    isCaptured: random.chance(0.8),
  };
}

function drawFault(
  random: SeededRandom,
  into: { faults: PlannedFault[]; acts: Plan['acts'][number][]; blows: Blow[] },
  models: number,
): void {
  if (random.chance(0.5)) {
    into.faults.push({
      kind: random.pick(faultKinds),
      from: random.between(1, 60),
      lasts: random.pick([1, 1, 1, 2, 3, 6, 12]),
      model: random.chance(0.3) ? random.between(0, models - 1) : null,
    });
  } else if (random.chance(0.6)) {
    into.blows.push({
      nth: random.between(1, 500),
      is: random.pick(blows),
      write: random.between(1, 6),
    });
  } else {
    into.acts.push({ atMs: random.between(1, 180_000), act: random.pick(acts) });
  }
}

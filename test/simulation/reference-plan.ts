import { drawPlan } from './draw-plan';
import type { Plan } from './plan';

const list = (likes: number) => ({ likes, changes: 0, shownOffset: 0, isCaptured: true });

/** A crawl with one of each and no faults: a catalogue, long and short lists, a second pass, robots.txt. */
export function referencePlan(over: Partial<Plan> = {}): Plan {
  return drawPlan(1, 1, {
    paging: 'next-url',
    models: [
      list(60),
      list(0),
      list(24),
      { ...list(30), shownOffset: 2 },
      { ...list(49), isCaptured: false },
    ],
    faults: [],
    acts: [],
    blows: [],
    powerLoss: null,
    crawlDelayMs: 1_000,
    crawlConcurrency: 1,
    robots: 'none',
    discovers: true,
    readsAnew: false,
    ...over,
  });
}

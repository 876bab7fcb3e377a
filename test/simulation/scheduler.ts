import type { SeededRandom } from './seeded-random';

type Parked = {
  due: number;
  readonly run: () => unknown;
  /** False for an operation whose caller died: it never happens, and nobody is notified. */
  readonly isWanted: () => boolean;
  readonly settle: (run: () => unknown) => Promise<void>;
};

/** The result of an operation that happened, but whose caller must not be notified. */
export const unheard = Symbol('unheard');

const mostStepsInPlace = 10_000;

/**
 * Owns time. Everyone schedules their operations, and one after the other is run: the earliest due first,
 * ties as the seed decides. So a run is repeatable, however many workers are alive.
 */
export class Scheduler {
  /** True time, ms since 1970. The computer's clock may differ. */
  now: number;
  /** The number of operations so far, which orders events while the clock stands still. */
  steps = 0;
  readonly #parked: Parked[] = [];
  #stepsInPlace = 0;

  constructor(
    start: number,
    private readonly random: SeededRandom,
  ) {
    this.now = start;
  }

  /** Resolves with the result of `run` when it was its turn. `hasten` makes it due at once. */
  park<T>(
    due: number,
    run: () => T,
    isWanted = () => true,
  ): { done: Promise<Awaited<T>>; hasten: () => void } {
    let hasten = () => {};
    const done = new Promise<Awaited<T>>((resolve, reject) => {
      const settle = async () => {
        try {
          const value = await run();
          if (value !== unheard && isWanted()) resolve(value);
        } catch (error) {
          if (isWanted()) reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const parked: Parked = { due, run, isWanted, settle };
      hasten = () => (parked.due = Math.min(parked.due, this.now));
      this.#parked.push(parked);
    });
    return { done, hasten };
  }

  async step(): Promise<void> {
    const next = this.#next();
    if (!next) throw new Error('no operation is scheduled');
    this.#parked.splice(this.#parked.indexOf(next), 1);
    if (!next.isWanted()) return;
    this.#stepsInPlace = next.due > this.now ? 0 : this.#stepsInPlace + 1;
    if (this.#stepsInPlace > mostStepsInPlace)
      throw new Error('stands still: operations continue, but no time passes');
    this.now = Math.max(this.now, next.due);
    this.steps += 1;
    await next.settle(next.run);
    // Lets the caller schedule its next operation. It awaits only promises, so one turn of the event loop is enough.
    await new Promise((resolve) => setImmediate(resolve));
  }

  #next(): Parked | undefined {
    const dueAt = (parked: Parked) => Math.max(parked.due, this.now);
    const earliest = Math.min(...this.#parked.map(dueAt));
    return this.random.pick(this.#parked.filter((parked) => dueAt(parked) === earliest));
  }
}

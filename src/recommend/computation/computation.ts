/**
 * A long computation that can be paused and cancelled. It yields the share that is done, from 0 to 1, after every few
 * milliseconds of work; `return()` cancels it.
 */
export type Computation<Result> = Generator<number, Result, undefined>;

/** Runs all of it at once. */
export function runToEnd<Result>(computation: Computation<Result>): Result {
  for (;;) {
    const step = computation.next();
    if (step.done) return step.value;
  }
}

/** A part of a larger computation: its shares run from `from` to `to`. */
export function* partOf<Result>(
  computation: Computation<Result>,
  from: number,
  to: number,
): Computation<Result> {
  for (;;) {
    const step = computation.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}

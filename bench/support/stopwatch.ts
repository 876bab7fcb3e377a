import type { Computation } from '../../src/recommend/computation/computation';

export type Timed<Result> = {
  readonly result: Result;
  readonly wallSeconds: number;
  /** Processor time of this process. Under load it says more than wall time. */
  readonly cpuSeconds: number;
  /** The longest stretch without a pause, in wall time, during which a worker cannot receive messages. */
  readonly longestStepMs: number;
};

export function time<Result>(computation: Computation<Result>): Timed<Result> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let longest = 0;
  let last = start;
  for (;;) {
    const step = computation.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(cpu);
    return {
      result: step.value,
      wallSeconds: (now - start) / 1000,
      cpuSeconds: (user + system) / 1e6,
      longestStepMs: longest,
    };
  }
}

import type { Computation } from './computation';

export type Slices = {
  /** Milliseconds, of a clock that does not go back. */
  readonly now: () => number;
  /** Lets the rest of the program have its turn, messages included. */
  readonly pause: () => Promise<void>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
  /** How long to work before each pause. @default 20 */
  readonly sliceMs?: number;
};

/** Runs a computation with pauses. Rejects with the signal's reason soon after that is aborted. */
export async function runInSlices<Result>(
  computation: Computation<Result>,
  { now, pause, signal, onProgress, sliceMs = 20 }: Slices,
): Promise<Result> {
  let sliceStart = now();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const step = computation.next();
      if (step.done) return step.value;
      if (now() - sliceStart < sliceMs) continue;
      onProgress?.(step.value);
      await pause();
      sliceStart = now();
    }
  } finally {
    // Nothing of it runs after an abort, and it holds on to no memory. Once it is done this does nothing.
    computation.return(undefined as never);
  }
}

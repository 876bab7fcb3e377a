import { describe, expect, it } from 'vitest';
import { partOf, runToEnd, type Computation } from '../../../src/recommend/computation/computation';
import { runInSlices } from '../../../src/recommend/computation/run-in-slices';

/** Ten steps, each of which advances a fake clock by 8 ms. */
function createSteps() {
  const told = { clock: 0, steps: 0, pauses: 0, wasCleared: false };
  function* steps(): Computation<string> {
    try {
      for (let step = 1; step <= 10; step += 1) {
        told.clock += 8;
        told.steps = step;
        yield step / 10;
      }
      return 'done';
    } finally {
      told.wasCleared = true;
    }
  }
  const now = () => told.clock;
  const pause = () => {
    told.pauses += 1;
    return Promise.resolve();
  };
  return { told, steps, now, pause };
}

describe('a long computation', () => {
  it('pauses after each slice of time and reports its progress', async () => {
    const { told, steps, now, pause } = createSteps();
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    await expect(runInSlices(steps(), { now, pause, onProgress })).resolves.toBe('done');
    expect(shares).toEqual([0.3, 0.6, 0.9]);
    expect(told.pauses).toBe(3);
  });

  it('stops at the pause in which it is cancelled, and releases what it held', async () => {
    const { told, steps, now } = createSteps();
    const controller = new AbortController();
    const pause = () => {
      controller.abort(new Error('the page was left'));
      return Promise.resolve();
    };
    await expect(runInSlices(steps(), { now, pause, signal: controller.signal })).rejects.toThrow(
      'the page was left',
    );
    expect(told).toMatchObject({ steps: 3, wasCleared: true });
  });

  it('does not start if it is already cancelled', async () => {
    const { told, steps, now, pause } = createSteps();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(runInSlices(steps(), { now, pause, signal })).rejects.toThrow('too late');
    expect(told.steps).toBe(0);
  });

  it('runs at once if nobody waits, and reports progress as a share of the whole if it is one part', () => {
    expect(runToEnd(createSteps().steps())).toBe('done');
    const shares = [...partOf(createSteps().steps(), 0.5, 1)];
    expect([shares[0], shares.at(-1)]).toEqual([0.55, 1]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../../src/workers/models/at-most-every';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('calls at once, then at most once in a while, and always after the last call', () => {
  const run = vi.fn();
  const call = atMostEvery(500, run);
  call();
  expect(run).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 10; i += 1) call();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(500);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(2);
  call();
  expect(run).toHaveBeenCalledTimes(3);
});

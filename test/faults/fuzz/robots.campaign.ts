import { describe, it } from 'vitest';
import { seedOf } from '../../fuzz/dice';
import { fuzzRobots } from '../../fuzz/fuzz-robots';

describe('100,000 broken robots.txt', () => {
  it('are read, and ask for no more than they may', { timeout: 3_600_000 }, () => {
    fuzzRobots(100_000, seedOf('robots'));
  });
});

import { describe, it } from 'vitest';
import { seedOf } from '../../fuzz/dice';
import { fuzzRobots } from '../../fuzz/fuzz-robots';

describe('100,000 broken robots.txt files', () => {
  it('are read without errors and yield no crawl delay above ten minutes', { timeout: 3_600_000 }, () => {
    fuzzRobots(100_000, seedOf('robots'));
  });
});

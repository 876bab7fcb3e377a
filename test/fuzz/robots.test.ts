import { describe, it } from 'vitest';
import { seedOf } from './dice';
import { fuzzRobots } from './fuzz-robots';

describe('2,000 broken robots.txt files', () => {
  it('are read without errors and yield no crawl delay above ten minutes', { timeout: 60_000 }, () =>
    fuzzRobots(2_000, seedOf('robots')),
  );
});

import { describe, it } from 'vitest';
import { seedOf } from './dice';
import { fuzzRobots } from './fuzz-robots';

describe('2,000 broken robots.txt', () => {
  it('are read, and ask for no more than they may', { timeout: 60_000 }, () =>
    fuzzRobots(2_000, seedOf('robots')),
  );
});

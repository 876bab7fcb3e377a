import { describe, expect, it } from 'vitest';
import { seedOf } from './dice';
import { fuzzAnswers } from './fuzz-answers';

describe('2,000 broken responses of the site', () => {
  it('stop no crawl and leave nothing false behind', { timeout: 240_000 }, async () => {
    expect(await fuzzAnswers(2_000, seedOf('answers'))).toBeGreaterThanOrEqual(2_000);
  });
});

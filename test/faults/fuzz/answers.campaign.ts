import { describe, expect, it } from 'vitest';
import { seedOf } from '../../fuzz/dice';
import { fuzzAnswers } from '../../fuzz/fuzz-answers';

/** `FUZZ_ANSWERS` sets a smaller number. */
const count = Number(process.env['FUZZ_ANSWERS'] ?? 100_000);

describe(`${count} broken responses of the site`, () => {
  it('stop no crawl and leave nothing false behind', { timeout: 7_200_000 }, async () => {
    expect(await fuzzAnswers(count, seedOf('answers'))).toBeGreaterThanOrEqual(count);
  });
});

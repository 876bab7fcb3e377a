import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../src/i18n/format-duration';

const minute = 60_000;
const hour = 60 * minute;

describe('a formatted duration', () => {
  it.each([
    [0, '10 seconds'],
    [10_001, '20 seconds'],
    [50_000, '50 seconds'],
    [51_000, '1 minute'],
    [60_001, '2 minutes'],
    [38 * minute, '38 minutes'],
    [59 * minute + 1, '1 hour'],
    [hour + minute, '1 hour 15 minutes'],
    [9 * hour + 50 * minute, '10 hours'],
    [47 * hour + 1, '48 hours'],
    [49 * hour, '3 days'],
  ])('of %d ms is %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  it('is never shorter than the real one', () => {
    const ms = { second: 1_000, minute, hour, day: 24 * hour };
    const read = (words: string) =>
      [...words.matchAll(/(\d+) (second|minute|hour|day)/g)].reduce(
        (sum, [, count, unit]) => sum + Number(count) * ms[unit as keyof typeof ms],
        0,
      );
    fc.assert(fc.property(fc.nat(30 * 24 * hour), (duration) => read(formatDuration(duration)) >= duration));
  });
});

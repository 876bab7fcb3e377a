import { describe, expect, it } from 'vitest';
import { longestWaitMs, retryAfterMs } from '../../src/crawl/retry-after';

const now = Date.UTC(2026, 10, 22, 12, 0, 0);

describe('Retry-After', () => {
  it.each<[string, number | null]>([
    ['120', 120_000],
    ['0', 0],
    ['1', 1_000],
    [' 5 ', 5_000],
    ['05', 5_000],
    ['', null],
    ['-1', null],
    ['+5', null],
    ['1.5', null],
    ['0x10', null],
    ['1e9', null],
    ['99999999999999999999', longestWaitMs],
    ['soon', null],
    ['5, 10', null],
    ['Sun, 22 Nov 2026 12:02:00 GMT', 120_000],
    ['Sun, 22 Nov 2026 12:00:00 GMT', 0],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['Fri, 22 Nov 2086 12:00:00 GMT', longestWaitMs],
    ['Sunday, 22-Nov-26 12:01:00 GMT', 60_000],
    ['Friday, 22-Nov-75 12:00:00 GMT', longestWaitMs], // 2075: less than 50 years ahead
    ['Tuesday, 22-Nov-77 12:00:00 GMT', 0], // 1977: 2077 would be more than 50 years ahead
    ['Sun Nov 22 12:00:30 2026', 30_000],
    ['Tue Dec  1 12:00:00 2026', longestWaitMs],
    ['Sun, 22 Nov 2026 12:00:60 GMT', 60_000], // a leap second
    ['Tue, 31 Feb 2026 12:00:00 GMT', null],
    ['Sun, 22 Nov 2026 25:00:00 GMT', null],
    ['Mon, 22 Nov 2026 12:00:10 GMT', 10_000], // a wrong weekday is harmless
    ['Sun, 22 Nov 2026 12:02:00 CET', null],
    ['2026-11-22T12:02:00Z', null],
  ])('%j', (header, ms) => {
    expect(retryAfterMs(header, null, now)).toBe(ms);
  });

  it('is measured by the clock of the server that sent the date', () => {
    const serverIsAnHourAhead = 'Sun, 22 Nov 2026 13:00:00 GMT';
    expect(retryAfterMs('Sun, 22 Nov 2026 13:02:00 GMT', serverIsAnHourAhead, now)).toBe(120_000);
  });

  it('is measured by the local clock if the server sends no date', () => {
    expect(retryAfterMs('Sun, 22 Nov 2026 12:02:00 GMT', 'yesterday', now)).toBe(120_000);
  });
});

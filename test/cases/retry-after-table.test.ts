import { describe, expect, it } from 'vitest';
import { startCrawl } from '../../src/store/control-crawl';
import { Rig } from '../crawl/rig';
import { status } from '../crawl/small-world';

const day = 86_400_000;
/** Retry-After, the expected wait in ms (`null` if invalid), and the server's clock if it sends one. */
const table: readonly [header: string, meantMs: number | null, date?: string][] = [
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
  ['99999999999999999999', day],
  ['soon', null],
  ['5, 10', null],
  ['Thu, 01 Jan 2026 00:02:00 GMT', 120_000],
  ['Thu, 01 Jan 2026 00:00:00 GMT', 0],
  ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
  ['Tue, 01 Jan 2086 00:00:00 GMT', day],
  ['Thu Jan  1 00:00:30 2026', 30_000],
  ['Thu Jan 01 00:00:30 2026', 30_000],
  ['Thursday, 01-Jan-26 00:01:00 GMT', 60_000],
  ['Tuesday, 01-Jan-75 00:00:00 GMT', day],
  ['Saturday, 01-Jan-77 00:00:00 GMT', 0],
  ['Thu, 01 Jan 2026 00:00:60 GMT', 60_000],
  ['Sat, 31 Feb 2026 00:00:00 GMT', null],
  ['Mon, 01 Jan 2026 00:00:40 GMT', 40_000],
  ['Thu, 01 Jan 2026 00:02:00 CET', null],
  ['Thu, 01 Jan 2026 00:02:00 +0000', null],
  ['Thu, 01 Jan 2026 00:02:00 GMT', 120_000, 'no date at all'],
  ['Thu, 01 Jan 2026 01:02:00 GMT', 120_000, 'Thu, 01 Jan 2026 01:00:00 GMT'],
  ['Thu, 01 Jan 2026 01:02:00 GMT', 3_720_000],
  ['Wed, 31 Dec 2025 23:02:00 GMT', 120_000, 'Wed, 31 Dec 2025 23:00:00 GMT'],
];

/** Jitter is constant in a rig: a delay of 1 s means 1,125 ms, doubled if the site says "too many". */
const usualMs = { 429: 2_250, 503: 2_250, 202: 1_125 } as const;
/** Half of the first backoff, plus half of the rest as jitter. */
const backoffMs = { 429: 22_500, 503: 22_500, 202: 0 } as const;

const cases = ([429, 503, 202] as const).flatMap((code) =>
  table.map(([header, meantMs, date]) => ({ code, header, meantMs, date: date ?? null })),
);

/** Leaves the crawl alone, or resumes it at once, as a user would. */
async function resume(rig: Rig): Promise<void> {
  if ((await rig.phase()) === 'blocked') await startCrawl(rig.db, 'all', rig.time);
}

describe('the next request after a response with Retry-After', () => {
  it.each(cases)(
    'HTTP $code, $header, Date: $date: is sent at the requested time and not earlier',
    async ({ code, header, meantMs, date }) => {
      const rig = await new Rig([1]).begin();
      const answer = status(code, { retryAfter: header, date, body: '' });
      rig.world.answer = (_, nth) => (nth === 1 ? answer : undefined);
      const start = rig.time;
      const due = start + Math.max(usualMs[code], meantMs ?? backoffMs[code]);
      await rig.work();
      await resume(rig);
      if (due - 20_001 > rig.time) {
        rig.time = due - 20_001; // one more millisecond than a worker would sleep through
        await rig.work();
        expect(rig.world.asked).toHaveLength(1);
        rig.time = due - 1_000;
      }
      await rig.work();
      expect(rig.world.asked[1]!.at - start).toBe(due - start);
      expect(await rig.phase()).toBe('done');
    },
  );
});

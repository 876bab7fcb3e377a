import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseTimes } from '../../../src/dataset/parts/coarse-times';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 5);
const coarse = (from: number, to: number, latest: number) => {
  const times = { readFrom: Float64Array.of(from), readTo: Float64Array.of(to) };
  const { readFrom, readTo } = coarseTimes(times, latest);
  return [readFrom[0]!, readTo[0]!] as const;
};

describe('coarse times of a list', () => {
  it('enclose the exact ones and are never after the export', () => {
    const some = fc.nat(50 * hour);
    fc.assert(
      fc.property(some, some, some, (from, span, after) => {
        const [first, last, exported] = [start + from, start + from + span, start + from + span + after];
        const [begin, end] = coarse(first, last, exported);
        expect(begin % hour).toBe(0);
        expect(begin).toBeLessThanOrEqual(first);
        expect(end).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(exported);
      }),
    );
  });

  it('are the same for one page and for several, even across the turn of an hour', () => {
    const last = start + hour - 500;
    expect(coarse(last, last + 1_100, start + 9 * hour)).toEqual(coarse(last, last, start + 9 * hour));
  });

  it('are not cut off by a clock that went back before the export', () => {
    expect(coarse(start, start, start - hour)).toEqual([start, start + 2 * hour]);
  });

  it('stay unknown where nothing was read', () => {
    expect(coarse(Number.NaN, Number.NaN, start)).toEqual([Number.NaN, Number.NaN]);
  });
});

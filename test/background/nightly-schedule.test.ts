import { afterEach, describe, expect, it } from 'vitest';
import { isCheckDue, nextCheck } from '../../src/background/nightly-schedule';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute).getTime();
const exactly = (moment: number) => ({ from: moment, to: moment });

describe('the nightly check', () => {
  it('is due at three in the morning of the same day before that hour', () => {
    expect(nextCheck(at(10, 1), at(9, 3))).toEqual(exactly(at(10, 3)));
  });

  it('is due the next day once it has run', () => {
    expect(nextCheck(at(10, 3), at(10, 3))).toEqual(exactly(at(11, 3)));
    expect(nextCheck(at(10, 23, 59), at(10, 3))).toEqual(exactly(at(11, 3)));
  });

  it('follows within 12 minutes of the start of a browser that was closed at three', () => {
    const next = nextCheck(at(11, 9), at(10, 9, 5));
    expect(next).toEqual({ from: at(11, 9, 2), to: at(11, 9, 12) });
  });

  it('does not count nights before the user switched it on', () => {
    expect(isCheckDue(at(10, 12), at(10, 11))).toBe(false);
    expect(isCheckDue(at(11, 2, 59), at(10, 11))).toBe(false);
    expect(isCheckDue(at(11, 3), at(10, 11))).toBe(true);
  });

  it('is due if the last one lies in the future, after a clock was set back', () => {
    expect(isCheckDue(at(10, 12), new Date(2071, 0, 1).getTime())).toBe(true);
  });

  it.each([
    ['summer', [2026, 2, 28], [2026, 2, 29]],
    ['winter', [2026, 9, 24], [2026, 9, 25]],
  ] as const)('stays at three in local time when %s time begins in Paris', (_, before, after) => {
    process.env['TZ'] = 'Europe/Paris';
    const [last, next] = [before, after].map(([year, month, day]) => new Date(year, month, day, 3).getTime());
    const { from } = nextCheck(last!, last!);
    expect(new Date(from).getHours()).toBe(3);
    expect(from).toBe(next);
    expect(from - last!).not.toBe(24 * 3_600_000);
  });
});

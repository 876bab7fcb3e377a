import { afterEach, describe, expect, it } from 'vitest';
import {
  daysSince1970,
  isoDateAt,
  isoDateOfDay,
  isoDateOfTimestamp,
  parseIsoDate,
} from '../../src/sketchfab/iso-date';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

describe('a day', () => {
  it.each(['2011-01-01', '2024-02-29', '2099-12-31'])('can be %s', (day) => {
    expect(parseIsoDate(day)).toBe(day);
  });

  it.each([
    '2010-12-31',
    '2100-01-01',
    '2026-02-30',
    '2025-02-29',
    '2026-1-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '1 January 2026',
    '',
    ['2026-01-01'],
    20_260_101,
    null,
  ])('is not %j', (value) => {
    expect(parseIsoDate(value)).toBeUndefined();
  });

  it('of a moment is known from the first moment of 2011 to the last of 2099', () => {
    const [first, end] = [Date.parse('2011-01-01T00:00:00Z'), Date.parse('2100-01-01T00:00:00Z')];
    expect([first - 1, first, end - 1, end, NaN].map(isoDateAt)).toEqual([
      undefined,
      '2011-01-01',
      '2099-12-31',
      undefined,
      undefined,
    ]);
  });

  it('is counted from 1970, and found by that number again', () => {
    const day = parseIsoDate('2024-03-01')!;
    expect(daysSince1970(day)).toBe(19_783);
    expect(isoDateOfDay(daysSince1970(day))).toBe(day);
  });

  it('of a number of days is that of its whole number', () => {
    expect([19_783, 19_783.5, '19783', null].map(isoDateOfDay)).toEqual([
      '2024-03-01',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the day of a time that the site writes', () => {
  it.each([
    ['2024-03-01T00:00:00Z', '2024-03-01'],
    ['2024-03-01T23:59:59.999999Z', '2024-03-01'],
    ['2024-03-01T23:30:00-01:00', '2024-03-02'],
    ['2024-03-01T00:30:00.5+01:00', '2024-02-29'],
  ])('%s is %s', (time, day) => {
    expect(isoDateOfTimestamp(time)).toBe(day);
  });

  it.each(['America/New_York', 'Asia/Tokyo'])(
    'is that in UTC if no zone is named, for a reader in %s',
    (reader) => {
      process.env['TZ'] = reader;
      expect(isoDateOfTimestamp('2024-03-01T00:30:00')).toBe('2024-03-01');
      expect(isoDateOfTimestamp('2024-03-01T23:30:00.123456')).toBe('2024-03-01');
    },
  );

  it.each([
    'on 2024-03-01T10:00:00Z',
    '2024-03-01T10:00:00Z or so',
    '2024-03-01',
    '2024-02-30T10:00:00Z',
    '1999-03-01T10:00:00Z',
    ['2024-03-01T10:00:00Z'],
    1_709_287_200_000,
    null,
  ])('is unknown for %j', (value) => {
    expect(isoDateOfTimestamp(value)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount } from '../../src/sketchfab/parse-count';
import { maxCount } from '../../src/sketchfab/fact-kinds';
import { leastProcessorMs } from './least-processor-ms';

describe('a count on a card', () => {
  it.each([
    ['34', 34],
    ['0', 0],
    ['\n          5\n      ', 5],
    ['1,234', 1_234],
    ['12,345,678', 12_345_678],
    ['\u00a07\u00a0', 7],
  ])('%j is exact', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each([
    '1.2k',
    '1,2k',
    '3M',
    '3 M',
    '1.2K',
    '999+',
    '1,2',
    '1,23',
    '0,123',
    ',123',
    '1,2345',
    '1,234,',
    '1.234',
  ])('%j is abbreviated or ambiguous, and gives no number', (text) => {
    expect(parseCount(text)).toBeUndefined();
  });

  it.each([
    '',
    ' ',
    '-3',
    '+3',
    '1 234',
    '3 comments',
    '0x10',
    '1e3',
    '٣',
    '１２',
    '007',
    '99999999999999999999',
  ])('%j is not a count', (text) => {
    expect(parseCount(text)).toBeUndefined();
  });

  it('may be one billion, in two hundred characters, and is nonsense beyond', () => {
    expect(parseCount('1,000,000,000')).toBe(1_000_000_000);
    expect(parseCount('1,000,000,001')).toBeUndefined();
    expect(parseCount('5'.padStart(200))).toBe(5);
    expect(parseCount('5'.padStart(201))).toBeUndefined();
  });

  it('is read back as it was written, with and without separators', () => {
    fc.assert(
      fc.property(fc.nat({ max: maxCount }), fc.constantFrom('', ' ', '\n\t'), (count, blank) => {
        expect(parseCount(`${blank}${count}${blank}`)).toBe(count);
        expect(parseCount(`${blank}${count.toLocaleString('en')}${blank}`)).toBe(count);
      }),
    );
  });

  it('never exceeds its digits, whatever surrounds them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...['0', '1', '2', '9', ',', '.', 'k', 'M', ' ', '\n']) }),
        (text) => {
          const count = parseCount(text);
          expect(count === undefined || String(count) === text.trim().replaceAll(',', '')).toBe(true);
        },
      ),
    );
  });

  it.each(['1'.repeat(100_000), `1${',111'.repeat(30_000)}x`, ' '.repeat(100_000)])(
    'of 100 KB takes no time',
    (text) => {
      expect(parseCount(text)).toBeUndefined();
      expect(leastProcessorMs(() => parseCount(text))).toBeLessThan(50);
    },
  );
});

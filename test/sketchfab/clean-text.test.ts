import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, maxTextLength } from '../../src/sketchfab/clean-text';
import { leastProcessorMs } from './least-processor-ms';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  // Lone surrogates included, which a page's script can write
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 1_500 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme', minLength: 900, maxLength: 1_200 }),
);

describe('a cleaned text', () => {
  it('keeps the characters of ordinary names', () => {
    expect(cleanText(' Salt | Sea\n of "Names" \\ 塩 🤖 ')).toBe('Salt | Sea  of "Names" \\ 塩 🤖');
  });

  it('has one space for each run of line breaks, and a replacement character where the text has one', () => {
    expect(cleanText('Salt\r\n\tSea')).toBe('Salt Sea');
    expect(cleanText('half \ufffd a character')).toBe('half \ufffd a character');
    expect(cleanText(`\ufffd${'a'.repeat(maxTextLength)}`)).toBe(`\ufffd${'a'.repeat(maxTextLength - 1)}`);
  });

  it('keeps a last replacement character that fits', () => {
    const text = `${'a'.repeat(maxTextLength - 1)}\ufffd`;
    expect(cleanText(text)).toBe(text);
  });

  it('is a single line, capped, well formed and trimmed, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/);
        expect(clean.length).toBeLessThanOrEqual(maxTextLength);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.trim()).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });

  it('does not cut a character in two', () => {
    expect(cleanText(`${'a'.repeat(maxTextLength - 1)}🤖🤖`)).toBe('a'.repeat(maxTextLength - 1));
  });

  it('of megabytes costs no more than a long name', () => {
    const text = '\n🤖'.repeat(1_000_000);
    expect(cleanText(text)).toBe('🤖 '.repeat(333).trim());
    expect(leastProcessorMs(() => cleanText(text))).toBeLessThan(50);
  });
});

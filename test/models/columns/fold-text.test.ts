import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords, foldText } from '../../../src/models/columns/fold-text';

describe('folding', () => {
  it.each([
    ['Low-Poly ROBOT', 'low-poly robot'],
    ['Émile Żółw', 'emile zołw'],
    ['ﬁre ①', 'fire 1'],
    ['ΣΑΣ', 'σασ'],
    ['İstanbul', 'istanbul'],
    ['机器人 🦊', '机器人 🦊'],
  ])('makes %j into %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time, and finds a text by itself in any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(folded.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('separates the words of a search', () => {
    expect(foldedWords('  Low  POLY\tlow\u3000robot ')).toEqual(['low', 'poly', 'robot']);
    expect(foldedWords(' \u0301 ')).toEqual([]);
  });
});

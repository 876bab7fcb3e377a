import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/models/columns/fold-text';
import { createTextDictionary } from '../../../src/models/columns/text-dictionary';

const texts = fc.array(
  fc
    .oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', '🦊'), maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    .map((text) => text.toWellFormed()),
  { maxLength: 80 },
);

const bytesOf = (text: string) => Buffer.from(foldText(text));

describe('a dictionary of texts', () => {
  it('numbers each text once and finds it again', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const dictionary = createTextDictionary();
        const numbers = all.map((text) => dictionary.indexOf(text));
        expect(numbers.map((index) => dictionary.textAt(index))).toEqual(all);
        expect(all.map((text) => dictionary.find(text))).toEqual(numbers);
        expect(dictionary.list.length).toBe(new Set(all).size);
        expect(dictionary.find('not in there')).toBe(-1);
      }),
    );
  });

  it('finds exactly the texts that contain a word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '🦊'), maxLength: 4 });
    fc.assert(
      fc.property(texts, word, (all, raw) => {
        const dictionary = createTextDictionary();
        const distinct = [...new Set(all)];
        for (const text of distinct) dictionary.indexOf(text);
        const folded = foldText(raw);
        expect([...dictionary.search(folded)]).toEqual(
          distinct.map((text) => Number(foldText(text).includes(folded))),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('ranks texts by their code points, also those that come later', () => {
    fc.assert(
      fc.property(texts, texts, texts, (...batches) => {
        const dictionary = createTextDictionary();
        for (const batch of batches) {
          for (const text of batch) dictionary.indexOf(text);
          const known = Array.from({ length: dictionary.list.length }, (_, at) => dictionary.textAt(at));
          const smaller = (text: string) =>
            known.filter((other) => Buffer.compare(bytesOf(other), bytesOf(text)) < 0).length;
          expect([...dictionary.ranks()]).toEqual(known.map(smaller));
        }
      }),
    );
  });
});

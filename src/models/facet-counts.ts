import type { ModelColumns } from './columns/model-columns';
import { foldText } from './columns/fold-text';
import type { TextDictionary } from './columns/text-dictionary';
import { bitOf, type Mismatches } from './match-rows';
import { type FixedFacet, fixedValues, type ModelFilter, type OpenFacet } from './model-filter';
import type { FacetCounts, FacetValue } from './models-answer';

export function countFixed(
  columns: ModelColumns,
  mismatches: Mismatches,
  facet: FixedFacet,
  filter: ModelFilter,
): FacetCounts {
  const values: readonly string[] = fixedValues[facet];
  const chosen: readonly string[] = filter[facet];
  const counts = new Uint32Array(values.length);
  const codes = columns.fixed[facet];
  const others = ~bitOf(facet);
  for (let row = 0; row < mismatches.length; row += 1) {
    if ((mismatches[row]! & others) === 0) counts[codes[row]!]! += 1;
  }
  return {
    values: values.map((value, at) => ({ value, count: counts[at]!, isChosen: chosen.includes(value) })),
    more: 0,
  };
}

/** By number of the value. */
function countOpen(columns: ModelColumns, mismatches: Mismatches, facet: OpenFacet): Uint32Array {
  const counts = new Uint32Array(columns.texts[facet].list.length);
  const { starts, lengths, values } = columns.lists[facet];
  const others = ~bitOf(facet);
  for (let row = 0; row < mismatches.length; row += 1) {
    if ((mismatches[row]! & others) !== 0) continue;
    const start = starts[row]!;
    const end = start + lengths[row]!;
    for (let at = start; at < end; at += 1) counts[values[at]!]! += 1;
  }
  return counts;
}

/** The chosen values and the `limit` most frequent others. */
export function countMostFrequent(
  columns: ModelColumns,
  mismatches: Mismatches,
  facet: OpenFacet,
  { filter, limit }: { readonly filter: ModelFilter; readonly limit: number },
): FacetCounts {
  const counts = countOpen(columns, mismatches, facet);
  const texts = columns.texts[facet];
  const chosen = filter[facet].map((value): FacetValue => {
    const index = texts.find(value);
    const count = index === -1 ? 0 : counts[index]!;
    // Listed already.
    if (index !== -1) counts[index] = 0;
    return { value, count, isChosen: true };
  });
  const { values, more } = mostFrequent(counts, texts, limit);
  return { values: [...chosen, ...values].sort((a, b) => b.count - a.count), more };
}

/** The most frequent values that contain a text, whatever its case and accents. */
export function findValues(
  columns: ModelColumns,
  mismatches: Mismatches,
  facet: OpenFacet,
  { filter, text, limit }: { readonly filter: ModelFilter; readonly text: string; readonly limit: number },
): readonly FacetValue[] {
  const texts = columns.texts[facet];
  const hits = texts.search(foldText(text.trim()));
  const counts = countOpen(columns, mismatches, facet).map((count, index) => count * hits[index]!);
  const { values } = mostFrequent(counts, texts, limit);
  return values.map((found) => ({ ...found, isChosen: filter[facet].includes(found.value) }));
}

/** Of equally frequent values, the first ones in the order of texts. `more` counts the others that occur at all. */
function mostFrequent(
  counts: Uint32Array,
  texts: TextDictionary,
  limit: number,
): { values: readonly FacetValue[]; more: number } {
  const ranks = texts.ranks();
  const best: number[] = [];
  let found = 0;
  const isBefore = (a: number, b: number) => {
    const difference = counts[a]! - counts[b]! || ranks[b]! - ranks[a]!;
    return difference > 0 || (difference === 0 && texts.textAt(a) < texts.textAt(b));
  };
  for (let index = 0; index < counts.length; index += 1) {
    if (counts[index] === 0) continue;
    found += 1;
    let place = best.length;
    while (place > 0 && isBefore(index, best[place - 1]!)) place -= 1;
    if (place === limit) continue;
    best.splice(place, 0, index);
    if (best.length > limit) best.pop();
  }
  return {
    values: best.map((index) => ({ value: texts.textAt(index), count: counts[index]!, isChosen: false })),
    more: found - best.length,
  };
}

import type { ListColumn } from './columns/list-column';
import { type ModelColumns, unknownNumber } from './columns/model-columns';
import { foldedWords } from './columns/fold-text';
import {
  facetNames,
  type FacetName,
  fixedFacets,
  fixedValues,
  type Measure,
  measures,
  type ModelFilter,
  openFacets,
  type Range,
} from './model-filter';

/**
 * For each row a bit for each part of the filter that it does not match. A row matches if it is 0, and what a facet would
 * count without its own filter are the rows where at most its bit is set.
 */
export type Mismatches = Uint16Array;

const parts = ['text', ...facetNames, ...measures] as const;
type Part = 'text' | FacetName | Measure;
/** Removed models match nothing. */
const removed = 1 << parts.length;

export const bitOf = (part: Part): number => 1 << parts.indexOf(part);

export const matches = (mismatches: Mismatches, row: number): boolean => mismatches[row] === 0;

export function countMatches(mismatches: Mismatches): number {
  let found = 0;
  for (let row = 0; row < mismatches.length; row += 1) if (mismatches[row] === 0) found += 1;
  return found;
}

export function matchRows(columns: ModelColumns, filter: ModelFilter): Mismatches {
  const mismatches = new Uint16Array(columns.length);
  for (let row = 0; row < columns.length; row += 1) {
    if (columns.isPresent[row] === 0) mismatches[row] = removed;
  }
  matchText(columns, filter.text, mismatches);
  for (const facet of fixedFacets) {
    if (filter[facet].length === 0) continue;
    const wanted = new Uint8Array(fixedValues[facet].length);
    const values: readonly string[] = fixedValues[facet];
    for (const value of filter[facet]) wanted[values.indexOf(value)] = 1;
    const codes = columns.fixed[facet];
    const bit = bitOf(facet);
    for (let row = 0; row < mismatches.length; row += 1) {
      if (wanted[codes[row]!] === 0) mismatches[row]! |= bit;
    }
  }
  for (const facet of openFacets) {
    if (filter[facet].length === 0) continue;
    const texts = columns.texts[facet];
    const wanted = new Uint8Array(texts.list.length);
    for (const value of filter[facet]) {
      const index = texts.find(value);
      if (index !== -1) wanted[index] = 1;
    }
    const bit = bitOf(facet);
    for (let row = 0; row < mismatches.length; row += 1) {
      if (!hasAny(columns.lists[facet], row, wanted)) mismatches[row]! |= bit;
    }
  }
  for (const measure of measures) {
    const range = filter[measure];
    if (range) matchRange(columns.measures[measure], range, bitOf(measure), mismatches);
  }
  return mismatches;
}

function matchText(columns: ModelColumns, text: string, mismatches: Mismatches): void {
  const bit = bitOf('text');
  const { names, name, texts, lists } = columns;
  for (const word of foldedWords(text)) {
    const inNames = names.search(word);
    const inTags = texts.tag.search(word);
    const isAnyTag = inTags.includes(1);
    for (let row = 0; row < mismatches.length; row += 1) {
      if (inNames[name[row]!] === 1 || (isAnyTag && hasAny(lists.tag, row, inTags))) continue;
      mismatches[row]! |= bit;
    }
  }
}

function hasAny({ starts, lengths, values }: ListColumn, row: number, wanted: Uint8Array): boolean {
  const start = starts[row]!;
  const end = start + lengths[row]!;
  for (let at = start; at < end; at += 1) if (wanted[values[at]!] === 1) return true;
  return false;
}

function matchRange(numbers: Int32Array, { min, max }: Range, bit: number, mismatches: Mismatches): void {
  // The mark of an unknown number is smaller than every number.
  const [low, high] = [min ?? unknownNumber + 1, max ?? Infinity];
  for (let row = 0; row < mismatches.length; row += 1) {
    const number = numbers[row]!;
    if (number < low || number > high) mismatches[row]! |= bit;
  }
}

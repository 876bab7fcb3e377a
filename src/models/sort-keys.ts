import type { ListColumn } from './columns/list-column';
import { type ModelColumns, unknownNumber } from './columns/model-columns';
import type { SortColumn, SortKey } from './model-sort';

/** The latest moment that a calendar can name. */
const latest = 8.64e15;

/**
 * For each row a whole number from 0 on by which rows are sorted: the smaller one first in either direction, and unknown
 * ones, which have the largest, last.
 */
export function sortKeys(columns: ModelColumns, { column, isDescending }: SortKey): Float64Array {
  const valueOf = valuesOf(columns, column);
  const keys = new Float64Array(columns.length);
  let [min, max] = [Infinity, -Infinity];
  for (let row = 0; row < keys.length; row += 1) {
    const value = valueOf(row);
    keys[row] = value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const unknown = max === -Infinity ? 0 : max - min + 1;
  for (let row = 0; row < keys.length; row += 1) {
    const value = keys[row]!;
    keys[row] = Number.isNaN(value) ? unknown : isDescending ? max - value : value - min;
  }
  return keys;
}

/** Whole numbers, NaN if unknown. */
function valuesOf(columns: ModelColumns, column: SortColumn): (row: number) => number {
  const { names, name, fixed, measures, collected, lists, texts, capturedAt, readAt } = columns;
  switch (column) {
    case 'name': {
      const ranks = names.ranks();
      const empty = names.find('');
      return (row) => (name[row] === empty ? NaN : ranks[name[row]!]!);
    }
    case 'state':
      return (row) => fixed.state[row]!;
    case 'likes':
      return (row) => (measures.likes[row] === unknownNumber ? NaN : measures.likes[row]!);
    case 'collected':
      return (row) => collected[row]!;
    case 'category': {
      const ranks = texts.category.ranks();
      return (row) => firstOf(lists.category, row, ranks);
    }
    case 'tags':
      return (row) => (lists.tag.lengths[row]! < 0 ? NaN : lists.tag.lengths[row]!);
    case 'added':
      return (row) => momentOf(capturedAt[row]!);
    case 'read':
      return (row) => momentOf(readAt[row]!);
  }
}

function firstOf(lists: ListColumn, row: number, ranks: Uint32Array): number {
  return lists.lengths[row]! > 0 ? ranks[lists.values[lists.starts[row]!]!]! : NaN;
}

const momentOf = (moment: number) =>
  Number.isNaN(moment) ? NaN : Math.floor(Math.min(Math.max(moment, 0), latest));

import { allRows, filterRows } from './columns/filter-rows';
import { mergeSorted } from './columns/merge-sorted';
import type { ModelColumns } from './columns/model-columns';
import { radixSort } from './columns/radix-sort';
import type { ModelSort } from './model-sort';
import { sortKeys } from './sort-keys';

/** As many sorts as a person may go back and forth between. */
const mostKept = 4;

type Sorted = { readonly version: number; readonly rows: Uint32Array };

/**
 * The rows of all models in a given order. It remembers the last orders: after a change only the rows that have changed
 * are sorted again.
 */
export function createSortedRows(columns: ModelColumns): (sort: ModelSort) => Uint32Array {
  const known = new Map<string, Sorted>();

  return (sort) => {
    const name = JSON.stringify(sort);
    const before = known.get(name);
    const rows = before?.version === columns.version ? before.rows : sortRows(columns, sort, before);
    known.delete(name);
    known.set(name, { version: columns.version, rows });
    for (const oldest of [...known.keys()].slice(0, -mostKept)) known.delete(oldest);
    return rows;
  };
}

function sortRows(columns: ModelColumns, sort: ModelSort, before: Sorted | undefined): Uint32Array {
  const { isPresent, changedIn, order, length } = columns;
  const version = before?.version ?? 0;
  const changed = filterRows(allRows(length), (row) => isPresent[row] === 1 && changedIn[row]! > version);
  const keys = sort.map((key) => sortKeys(columns, key));
  // The last key decides least.
  keys.push(Float64Array.from(order.subarray(0, length)));
  if (!before || changed.length > length / 8) {
    const present = filterRows(allRows(length), (row) => isPresent[row] === 1);
    return keys.reduceRight((rows, column) => radixSort(rows, column), present);
  }
  return mergeSorted(
    before.rows,
    (row) => isPresent[row] === 1 && changedIn[row]! <= version,
    changed,
    compareBy(keys),
  );
}

function compareBy(keys: readonly Float64Array[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const column of keys) {
      const difference = column[a]! - column[b]!;
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}

import type { ModelSort, SortColumn } from '../../models/model-sort';

/** Where the most is wanted first. */
const startsDescending: readonly SortColumn[] = ['likes', 'collected', 'tags', 'added', 'read'];

/** The order after a click on a column: by it alone, or with Shift by it as well; the other way round if it was by it. */
export function nextSort(sort: ModelSort, column: SortColumn, isAdded: boolean): ModelSort {
  const key = sort.find((each) => each.column === column);
  const isDescending = key ? !key.isDescending : startsDescending.includes(column);
  const next = { column, isDescending };
  if (!isAdded) return [key && sort[0] !== key ? key : next];
  return key ? sort.map((each) => (each === key ? next : each)) : [...sort, next];
}

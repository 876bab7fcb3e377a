export type Key = string | number | readonly Key[];

/** The order of IndexedDB: numbers, then strings, then arrays of them. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (typeof a === 'number' && typeof b === 'number') return a - b || 0;
  if (typeof a !== 'object' || typeof b !== 'object') return rank(a) - rank(b);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareKeys(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const rank = (key: Key) => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);

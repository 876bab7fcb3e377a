import type { BinaryMatrix } from './binary-matrix';

/** Columns as rows. Counts, then places: the rows of the result are ascending because the rows are walked in order. */
export function transpose({ rowCount, columnCount, starts, columns }: BinaryMatrix): BinaryMatrix {
  const newStarts = new Uint32Array(columnCount + 1);
  for (const column of columns) newStarts[column + 1]! += 1;
  for (let column = 0; column < columnCount; column += 1) newStarts[column + 1]! += newStarts[column]!;

  const next = newStarts.slice(0, columnCount);
  const newColumns = new Uint32Array(columns.length);
  for (let row = 0; row < rowCount; row += 1) {
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const column = columns[at]!;
      newColumns[next[column]!] = row;
      next[column]! += 1;
    }
  }
  return { rowCount: columnCount, columnCount: rowCount, starts: newStarts, columns: newColumns };
}

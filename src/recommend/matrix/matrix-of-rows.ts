import type { BinaryMatrix } from './binary-matrix';

/** A matrix whose rows are told one by one: `columnsOf` gives the columns of the ones, in any order, each once. */
export function matrixOfRows(
  rowCount: number,
  columnCount: number,
  columnsOf: (row: number) => Iterable<number>,
): BinaryMatrix {
  const starts = new Uint32Array(rowCount + 1);
  const columns: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (const column of Uint32Array.from(columnsOf(row)).sort()) columns.push(column);
    starts[row + 1] = columns.length;
  }
  return { rowCount, columnCount, starts, columns: Uint32Array.from(columns) };
}

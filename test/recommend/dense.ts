import fc from 'fast-check';
import { rowOf, type BinaryMatrix } from '../../src/recommend/matrix/binary-matrix';
import { matrixOfRows } from '../../src/recommend/matrix/matrix-of-rows';
import type { ItemWeights } from '../../src/recommend/neighbours/item-weights';
import type { Factors } from '../../src/recommend/wrmf/factors';

/** Plain nested lists: slow, and simple enough to trust. */
export type Dense = number[][];

export const zeros = (rows: number, columns: number): Dense =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

export const range = (end: number): number[] => Array.from({ length: end }, (_, index) => index);

export const sum = (values: Iterable<number>): number =>
  [...values].reduce((total, value) => total + value, 0);

export const transposed = (matrix: Dense): Dense =>
  matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));

export const product = (a: Dense, b: Dense): Dense =>
  a.map((row) => b[0]!.map((_, column) => sum(row.map((value, k) => value * b[k]![column]!))));

export function denseOf(matrix: BinaryMatrix): Dense {
  const dense = zeros(matrix.rowCount, matrix.columnCount);
  for (const row of range(matrix.rowCount)) for (const column of rowOf(matrix, row)) dense[row]![column] = 1;
  return dense;
}

export function denseOfWeights({ itemCount, starts, targets, weights }: ItemWeights): Dense {
  const dense = zeros(itemCount, itemCount);
  for (const source of range(itemCount)) {
    for (let at = starts[source]!; at < starts[source + 1]!; at += 1)
      dense[source]![targets[at]!] = weights[at]!;
  }
  return dense;
}

export const denseOfFactors = ({ rowCount, width, values }: Factors): Dense =>
  range(rowCount).map((row) => [...values.subarray(row * width, (row + 1) * width)]);

/** Gauss-Jordan elimination, with the largest pivot of each column. */
export function inverse(matrix: Dense): Dense {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...range(size).map((j) => (i === j ? 1 : 0))]);
  for (const column of range(size)) {
    const pivot = range(size)
      .slice(column)
      .reduce((best, row) => (Math.abs(work[row]![column]!) > Math.abs(work[best]![column]!) ? row : best));
    [work[column], work[pivot]] = [work[pivot]!, work[column]!];
    const divisor = work[column][column]!;
    work[column] = work[column].map((value) => value / divisor);
    for (const row of range(size)) {
      const factor = work[row]![column]!;
      if (row !== column) work[row] = work[row]!.map((value, at) => value - factor * work[column]![at]!);
    }
  }
  return work.map((row) => row.slice(size));
}

export const matrixOf = (
  dense: readonly (readonly number[])[],
  columnCount = dense[0]?.length ?? 0,
): BinaryMatrix =>
  matrixOfRows(dense.length, columnCount, (row) =>
    range(columnCount).filter((column) => dense[row]![column] === 1),
  );

/** The largest difference between two matrices of the same shape. */
export const largestDifference = (a: Dense, b: Dense): number =>
  Math.max(0, ...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i]![j]!))));

/** Random zeros and ones, with some empty rows and columns. */
export const someMatrix = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 10 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((rows) => matrixOf(rows));

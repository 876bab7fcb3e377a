/**
 * A matrix of zeros and ones in compressed sparse rows (CSR). The ones of row r are in the columns
 * `columns[starts[r]]` up to, not with, `columns[starts[r + 1]]`: ascending, each once.
 * Likes are a matrix of users by items; tags are one of items by tags.
 */
export type BinaryMatrix = {
  readonly rowCount: number;
  readonly columnCount: number;
  /** `rowCount + 1` numbers. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
};

/** The columns of the ones in a row, as a view. */
export function rowOf({ starts, columns }: BinaryMatrix, row: number): Uint32Array {
  return columns.subarray(starts[row], starts[row + 1]);
}

/** How many ones a row has. */
export function rowLength({ starts }: BinaryMatrix, row: number): number {
  return starts[row + 1]! - starts[row]!;
}

/** How many ones each row has. */
export function rowLengths(matrix: BinaryMatrix): Uint32Array {
  return Uint32Array.from({ length: matrix.rowCount }, (_, row) => rowLength(matrix, row));
}

/**
 * Throws a RangeError that names the first place where the arrays are not what `BinaryMatrix` promises. The
 * recommenders trust their input, so whoever makes a matrix of data from elsewhere asks this first.
 */
export function checkBinaryMatrix({ rowCount, columnCount, starts, columns }: BinaryMatrix): void {
  if (starts.length !== rowCount + 1) throw new RangeError(`${rowCount} rows have ${starts.length} starts`);
  if (starts[0] !== 0) throw new RangeError('the first row does not start at 0');
  if (starts[rowCount] !== columns.length) throw new RangeError('the last row does not end with the columns');
  for (let row = 0; row < rowCount; row += 1) {
    if (starts[row + 1]! < starts[row]!) throw new RangeError(`row ${row} ends before it starts`);
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      if (columns[at]! >= columnCount)
        throw new RangeError(`row ${row} has column ${columns[at]!} of ${columnCount}`);
      if (at > starts[row]! && columns[at]! <= columns[at - 1]!)
        throw new RangeError(`row ${row} is not in ascending order, or has a column twice`);
    }
  }
}

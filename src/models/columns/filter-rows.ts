/** Those of the rows that are wanted, in the same order. Many times faster than the method of the array. */
export function filterRows(rows: Uint32Array, isWanted: (row: number) => boolean): Uint32Array {
  const wanted = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    if (!isWanted(row)) continue;
    wanted[count] = row;
    count += 1;
  }
  return wanted.subarray(0, count);
}

export function allRows(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) rows[row] = row;
  return rows;
}

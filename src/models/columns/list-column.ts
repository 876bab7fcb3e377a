import { grown } from './grow';

/** A list of numbers for each row, one after the other in a single array. */
export type ListColumn = {
  /** Where the list of a row starts, and how many numbers it has; -1 if the list is unknown. Replaced when they grow. */
  readonly starts: Uint32Array;
  readonly lengths: Int16Array;
  readonly values: Uint32Array;
};

export type ListColumnBuilder = {
  /** Live column; grows in place. */
  readonly column: ListColumn;
  readonly set: (row: number, list: readonly number[] | null) => void;
};

/** Below it, moving the lists together is not worth it. */
const fewValues = 65_536;

export function createListColumn(): ListColumnBuilder {
  const column = { starts: new Uint32Array(), lengths: new Int16Array(), values: new Uint32Array() };
  let rows = 0;
  let end = 0;
  let used = 0;

  function set(row: number, list: readonly number[] | null): void {
    column.starts = grown(column.starts, row + 1);
    column.lengths = grown(column.lengths, row + 1);
    rows = Math.max(rows, row + 1);
    const before = Math.max(column.lengths[row]!, 0);
    const length = list?.length ?? 0;
    if (length > before) {
      // The old place is left behind.
      column.values = grown(column.values, end + length);
      column.starts[row] = end;
      end += length;
    }
    used += length - before;
    column.lengths[row] = list ? length : -1;
    column.values.set(list ?? [], column.starts[row]);
    if (end > fewValues && end > 2 * used) compact();
  }

  function compact(): void {
    const values = new Uint32Array(used + (used >>> 1));
    end = 0;
    for (let row = 0; row < rows; row += 1) {
      const length = Math.max(column.lengths[row]!, 0);
      const start = column.starts[row]!;
      values.set(column.values.subarray(start, start + length), end);
      column.starts[row] = end;
      end += length;
    }
    column.values = values;
  }

  return { column, set };
}

export function listAt({ starts, lengths, values }: ListColumn, row: number): Uint32Array | null {
  const length = lengths[row]!;
  return length < 0 ? null : values.subarray(starts[row], starts[row]! + length);
}

import { rowLengths, rowOf, type BinaryMatrix } from '../../src/recommend/matrix/binary-matrix';
import { matrixOfRows } from '../../src/recommend/matrix/matrix-of-rows';
import { transpose } from '../../src/recommend/matrix/transpose';

/** The 5/5 core, computed in rounds as in rec-a-sketch, with users and items renumbered. */
export function fiveCore(likes: BinaryMatrix): BinaryMatrix {
  const [users, items] = [rowLengths(likes), rowLengths(transpose(likes))].map((lengths) =>
    Array.from(lengths.keys()).filter((at) => lengths[at]! >= 5),
  ) as [number[], number[]];
  if (users.length === likes.rowCount && items.length === likes.columnCount) return likes;
  const columnOf = new Int32Array(likes.columnCount).fill(-1);
  items.forEach((item, column) => (columnOf[item] = column));
  const kept = matrixOfRows(users.length, items.length, (row) =>
    Array.from(rowOf(likes, users[row]!), (item) => columnOf[item]!).filter((column) => column >= 0),
  );
  return fiveCore(kept);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBinaryMatrix, rowLengths } from '../../../src/recommend/matrix/binary-matrix';
import { interactionsOf } from '../../../src/recommend/matrix/interactions';
import { matrixOfRows } from '../../../src/recommend/matrix/matrix-of-rows';
import { denseOf, someMatrix, sum, transposed } from '../dense';

describe('a binary matrix', () => {
  it('holds the same likes by row and by column', () => {
    fc.assert(
      fc.property(someMatrix, (byUser) => {
        const { byItem } = interactionsOf(byUser);
        checkBinaryMatrix(byUser);
        checkBinaryMatrix(byItem);
        expect(denseOf(byItem)).toEqual(transposed(denseOf(byUser)));
        expect([...rowLengths(byItem)]).toEqual(denseOf(byItem).map(sum));
      }),
    );
  });

  it('sorts the columns of a row', () => {
    expect([...matrixOfRows(1, 300, () => [255, 3, 20]).columns]).toEqual([3, 20, 255]);
  });
});

describe('a matrix from outside is refused', () => {
  const made = (starts: number[], columns: number[]) => () =>
    checkBinaryMatrix({
      rowCount: 2,
      columnCount: 3,
      starts: Uint32Array.from(starts),
      columns: Uint32Array.from(columns),
    });

  it.each([
    ['if starts are missing', [0, 1], [0], '2 rows have 2 starts'],
    ['if it does not start at 0', [1, 1, 1], [0], 'does not start at 0'],
    ['if it does not end with the columns', [0, 1, 1], [0, 1], 'does not end with the columns'],
    ['if a row ends before it starts', [0, 2, 1], [0], 'row 1 ends before it starts'],
    ['if a column does not exist', [0, 0, 1], [3], 'row 1 has column 3 of 3'],
    ['if a column is repeated', [0, 2, 2], [1, 1], 'row 0 is not in ascending order'],
    ['if columns are not sorted', [0, 2, 2], [2, 1], 'row 0 is not in ascending order'],
  ])('%s', (_when, starts, columns, message) => {
    expect(made(starts, columns)).toThrow(message);
  });

  it('unless it is valid', () => {
    expect(made([0, 2, 3], [0, 2, 1])).not.toThrow();
  });
});

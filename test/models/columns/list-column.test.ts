import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createListColumn, listAt } from '../../../src/models/columns/list-column';

it('keeps the last list of each row, whatever came before', () => {
  const list = fc.option(fc.array(fc.nat(9), { maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(6), list), { maxLength: 40 }), (steps) => {
      const { column, set } = createListColumn();
      const expected = new Map<number, number[] | null>();
      for (const [row, values] of steps) {
        set(row, values);
        expected.set(row, values);
      }
      for (const [row, values] of expected) {
        const found = listAt(column, row);
        expect(found && [...found]).toEqual(values);
      }
    }),
  );
});

it('takes no more memory for lists that grow again and again than for a few times their numbers', () => {
  const { column, set } = createListColumn();
  const rows = 100;
  for (let length = 1; length <= 400; length += 1) {
    for (let row = 0; row < rows; row += 1)
      set(
        row,
        Array.from({ length }, (_, at) => row + at),
      );
  }
  // Every list that was ever set would be 8 million numbers.
  expect(column.values.length).toBeLessThan(400_000);
  expect([...listAt(column, 99)!]).toEqual(Array.from({ length: 400 }, (_, at) => 99 + at));
  expect(listAt(column, 0)![399]).toBe(399);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSorted } from '../../../src/models/columns/merge-sorted';
import { radixSort } from '../../../src/models/columns/radix-sort';

const keys = fc.array(fc.oneof(fc.nat(3), fc.nat(70_000), fc.nat(2 ** 31 - 1), fc.maxSafeNat()), {
  maxLength: 50,
});

it('sorts by whole numbers of any size, and keeps the order of equal ones', () => {
  fc.assert(
    fc.property(keys, fc.infiniteStream(fc.boolean()), (numbers, isIn) => {
      const rows = numbers
        .map((_, row) => row)
        .filter(() => isIn.next().value)
        .reverse();
      const sorted = radixSort(Uint32Array.from(rows), Float64Array.from(numbers));
      expect([...sorted]).toEqual([...rows].sort((a, b) => numbers[a]! - numbers[b]!));
    }),
    { numRuns: 500 },
  );
});

it('merges rows into sorted ones', () => {
  fc.assert(
    fc.property(keys, fc.infiniteStream(fc.nat(2)), (numbers, kinds) => {
      const compare = (a: number, b: number) => numbers[a]! - numbers[b]! || a - b;
      const kind = numbers.map(() => kinds.next().value as number);
      const rows = numbers.map((_, row) => row);
      const before = Uint32Array.from(rows.filter((row) => kind[row] !== 2).sort(compare));
      const few = Uint32Array.from(rows.filter((row) => kind[row] === 2));
      const merged = mergeSorted(before, (row) => kind[row] === 1, few, compare);
      expect([...merged]).toEqual(rows.filter((row) => kind[row] !== 0).sort(compare));
    }),
    { numRuns: 500 },
  );
});

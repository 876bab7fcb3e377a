import { describe, expect, it } from 'vitest';
import { createUint32ListBuilder, numberAt, toUint32Array } from '../../../src/dataset/columns/uint32-list';

describe('a list of integers', () => {
  it('keeps every value as it grows beyond its capacity', () => {
    const builder = createUint32ListBuilder({ length: 0, values: new Uint32Array(2) });
    for (let value = 0; value < 100; value += 1) builder.push(value * 40_000_000);
    expect([...toUint32Array(builder.list)]).toEqual(
      Array.from({ length: 100 }, (_, value) => value * 40_000_000),
    );
  });

  it('throws for an index past its end', () => {
    expect(numberAt(Uint32Array.of(7), 0)).toBe(7);
    expect(() => numberAt(Uint32Array.of(7), 1)).toThrow('no number at 1 of 1');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ObservedLikes, mergeLikes } from '../../../src/dataset/merge/merge-likes';

const said = (pseudonyms: string[], seenAt: number, sweptAt: number | null = null): ObservedLikes => ({
  pseudonyms,
  seenAt: pseudonyms.map(() => seenAt),
  sweptAt,
});

describe('the likes of a model from several sources', () => {
  it('are distinct and sorted by code unit', () => {
    expect(mergeLikes([said(['c', 'a'], 1), said(['a', 'b'], 2)])).toEqual(['a', 'b', 'c']);
  });

  it('are gone if nobody saw them after the last complete reading began', () => {
    expect(mergeLikes([said(['a', 'b'], 5), said(['b'], 9, 8)])).toEqual(['b']);
  });

  it('stay if they were seen after it', () => {
    expect(mergeLikes([said(['a'], 9), said(['b'], 8, 7)])).toEqual(['a', 'b']);
    expect(mergeLikes([said(['a'], 7), said(['b'], 8, 7)])).toEqual(['a', 'b']);
  });

  it('stay if no list was read completely', () => {
    expect(mergeLikes([said(['a'], 1), said(['b'], 100)])).toEqual(['a', 'b']);
  });

  it('are none without sources', () => {
    expect(mergeLikes([])).toEqual([]);
  });

  const source = fc.record({
    rows: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9))),
    sweptAt: fc.option(fc.nat(9)),
  });
  const sources = fc.array(source, { maxLength: 4 }).map((all) =>
    all.map(({ rows, sweptAt }) => ({
      pseudonyms: rows.map(([name]) => name),
      seenAt: rows.map(([, at]) => at),
      sweptAt,
    })),
  );

  it('do not depend on the order of the sources or on repeated ones', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const merged = mergeLikes(all);
        expect(mergeLikes(all.toReversed())).toEqual(merged);
        expect(mergeLikes([...all, ...all])).toEqual(merged);
      }),
    );
  });
});
